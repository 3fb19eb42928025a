package tidemark.ui.files;

import java.awt.image.BufferedImage;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The pixels of a picture, row by row, as opacity, red, green and blue of eight bits each.
@SuppressWarnings("ArrayRecordComponent") // handed on from step to step, and never compared
record Pixels(int width, int height, int[] argb) {
    private static final int[] SHIFTS = {24, 16, 8, 0};

    static Pixels of(BufferedImage read) {
        var width = read.getWidth();
        var height = read.getHeight();
        return new Pixels(width, height, read.getRGB(0, 0, width, height, null, 0, width));
    }

    /// The pixels of an image that is whole.
    static Pixels of(Image image) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Pixels(width, height, argb);
    }

    /// The picture in a smaller size: each pixel is the average of those that it stands for.
    Pixels shrunk(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        var result = new int[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            var top = (int) ((long) y * height / newHeight);
            var bottom = Math.max(top + 1, (int) ((y + 1L) * height / newHeight));
            for (int x = 0; x < newWidth; x++) {
                var left = (int) ((long) x * width / newWidth);
                var right = Math.max(left + 1, (int) ((x + 1L) * width / newWidth));
                result[y * newWidth + x] = average(left, top, right, bottom);
            }
        }
        return new Pixels(newWidth, newHeight, result);
    }

    /// The average of a block. What is seen through counts for its colour as little as it is opaque.
    private int average(int left, int top, int right, int bottom) {
        var sums = new long[SHIFTS.length];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                var pixel = argb[y * width + x];
                var opacity = pixel >>> 24;
                sums[0] += opacity;
                for (int i = 1; i < SHIFTS.length; i++) {
                    sums[i] += (long) (pixel >>> SHIFTS[i] & 0xff) * opacity;
                }
            }
        }
        if (sums[0] == 0) {
            return 0;
        }
        var result = (int) (sums[0] / ((long) (right - left) * (bottom - top))) << 24;
        for (int i = 1; i < SHIFTS.length; i++) {
            result |= (int) (sums[i] / sums[0]) << SHIFTS[i];
        }
        return result;
    }

    /// The picture the right way up.
    Pixels turned(ExifOrientation orientation) {
        if (orientation == ExifOrientation.NONE) {
            return this;
        }
        var newWidth = orientation.swapsSides() ? height : width;
        var newHeight = orientation.swapsSides() ? width : height;
        var result = new int[argb.length];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                result[y * newWidth + x] = argb[orientation.source(x, y, width, height)];
            }
        }
        return new Pixels(newWidth, newHeight, result);
    }

    /// The picture as JavaFX shows it. Not only for the window's thread, as long as nothing shows it yet.
    Image image() {
        var image = new WritableImage(width, height);
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return image;
    }

    /// The picture in the form in which it is written to a file.
    BufferedImage toWrite() {
        var written = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        written.setRGB(0, 0, width, height, argb, 0, width);
        return written;
    }
}
