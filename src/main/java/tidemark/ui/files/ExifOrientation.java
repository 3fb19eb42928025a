package tidemark.ui.files;

import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/// How a picture lies that a camera took, by the orientation in its Exif data: a constant a number, from 1 on.
enum ExifOrientation {
    /// The right way up.
    NONE,
    /// Mirrored left to right.
    MIRRORED,
    /// Upside down.
    HALF,
    /// Mirrored top to bottom.
    FLIPPED,
    /// Mirrored along the diagonal.
    TRANSPOSED,
    /// To be turned to the right.
    RIGHT,
    /// Mirrored along the other diagonal.
    TRANSVERSED,
    /// To be turned to the left.
    LEFT;

    private static final int JPEG = 0xffd8;
    private static final int EXIF = 0xffe1;
    private static final int SCAN = 0xffda;
    private static final int EXIF_NAME = 0x45786966;
    private static final int NAME_LENGTH = 6;
    private static final int LITTLE_ENDIAN = 0x4949;
    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY_LENGTH = 12;

    /// The orientation of a JPEG picture; none of any other, or where it does not say. The input is left where it was.
    static ExifOrientation of(ImageInputStream input) throws IOException {
        input.mark();
        try {
            input.setByteOrder(ByteOrder.BIG_ENDIAN);
            return input.readUnsignedShort() == JPEG ? ofJpeg(input) : NONE;
        } catch (java.io.EOFException e) {
            return NONE;
        } finally {
            input.setByteOrder(ByteOrder.BIG_ENDIAN);
            input.reset();
        }
    }

    private static ExifOrientation ofJpeg(ImageInputStream input) throws IOException {
        for (var marker = input.readUnsignedShort(); marker != SCAN; marker = input.readUnsignedShort()) {
            var length = input.readUnsignedShort() - 2;
            var next = input.getStreamPosition() + length;
            if (marker == EXIF && length > NAME_LENGTH && input.readInt() == EXIF_NAME) {
                return ofExif(input);
            }
            if (marker >>> 8 != 0xff || length < 0) {
                return NONE;
            }
            input.seek(next);
        }
        return NONE;
    }

    private static ExifOrientation ofExif(ImageInputStream input) throws IOException {
        input.skipBytes(2);
        var begin = input.getStreamPosition();
        if (input.readUnsignedShort() == LITTLE_ENDIAN) {
            input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
        }
        input.skipBytes(2);
        input.seek(begin + input.readUnsignedInt());
        var entries = input.readUnsignedShort();
        for (int i = 0; i < entries; i++) {
            var entry = input.getStreamPosition();
            if (input.readUnsignedShort() == ORIENTATION) {
                input.skipBytes(NAME_LENGTH);
                var number = input.readUnsignedShort();
                return number >= 1 && number <= values().length ? values()[number - 1] : NONE;
            }
            input.seek(entry + ENTRY_LENGTH);
        }
        return NONE;
    }

    /// Whether what was across is upright then.
    boolean swapsSides() {
        return switch (this) {
            case NONE, MIRRORED, HALF, FLIPPED -> false;
            case TRANSPOSED, RIGHT, TRANSVERSED, LEFT -> true;
        };
    }

    /// The place among the pixels, row by row, of a picture of this size as it is stored, of what is seen at `x`, `y`.
    int source(int x, int y, int width, int height) {
        var right = width - 1;
        var bottom = height - 1;
        return switch (this) {
            case NONE -> y * width + x;
            case MIRRORED -> y * width + right - x;
            case HALF -> (bottom - y) * width + right - x;
            case FLIPPED -> (bottom - y) * width + x;
            case TRANSPOSED -> x * width + y;
            case RIGHT -> (bottom - x) * width + y;
            case TRANSVERSED -> (bottom - x) * width + right - y;
            case LEFT -> x * width + right - y;
        };
    }
}
