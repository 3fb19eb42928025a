package tidemark.ui.files;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// The decoding of pictures within a bound. Java's own readers leave out rows and columns as they read, which JavaFX's
/// do not: a picture of a gigapixel would be whole in memory first.
final class PictureDecoder {
    /// A picture with more pixels than this is not read at all: it would keep a processor busy for long.
    private static final long MOST_PIXELS = 400_000_000;

    private final Bound bound;

    PictureDecoder(Bound bound) {
        this.bound = bound;
    }

    /// The picture, not larger than the bound, the right way up.
    ///
    /// @throws IOException when it is in no form that can be read, damaged, or far too large
    Pixels decode(InputStream in) throws IOException {
        try (var input = new MemoryCacheImageInputStream(in)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("no picture, or in a form that cannot be read");
            }
            var reader = readers.next();
            try {
                return decode(reader, input);
            } catch (RuntimeException e) { // the readers meet damaged files with many kinds of them
                throw new IOException("the picture is damaged", e);
            } finally {
                reader.dispose();
            }
        }
    }

    private Pixels decode(ImageReader reader, ImageInputStream input) throws IOException {
        var orientation = ExifOrientation.of(input);
        reader.setInput(input, true, true);
        var width = reader.getWidth(0);
        var height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new IOException("%,d × %,d pixels are too many".formatted(width, height));
        }
        var scale = bound.scale(width, height);
        var parameters = reader.getDefaultReadParam();
        var step = Math.max(1, (int) (1 / scale / 2)); // twice as fine as what is shown, and averaged then
        parameters.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(0, parameters);
        var shrunk = Pixels.of(read)
                .shrunk(
                        Math.clamp((long) (width * scale), 1, read.getWidth()),
                        Math.clamp((long) (height * scale), 1, read.getHeight()));
        return shrunk.turned(orientation);
    }
}
