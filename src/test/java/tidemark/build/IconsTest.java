package tidemark.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The icons in the repository, which must be those of the drawing as it is.
@NullMarked
final class IconsTest {
    /// The tolerance: one Java draws the edges of a shape a little differently from the next.
    private static final double SAME = 3;

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512})
    void eachPictureShowsTheDrawing(int size) throws IOException {
        var kept =
                ImageIO.read(Icons.FOLDER.resolve("tidemark-" + size + ".png").toFile());
        assertThat(kept.getWidth()).isEqualTo(size);
        assertThat(difference(kept, Icons.drawn(size))).isLessThan(SAME);
    }

    @Test
    void anotherDrawingWouldBeSeen() throws IOException {
        var empty = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
        assertThat(difference(empty, Icons.drawn(64))).isGreaterThan(10 * SAME);
    }

    @Test
    void theIconOfWindowsHoldsEachSizeWhole() throws IOException {
        var file = ByteBuffer.wrap(Files.readAllBytes(Icons.FOLDER.resolve("tidemark.ico")))
                .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(file.getShort(2)).isEqualTo((short) 1);
        var count = file.getShort(4);
        assertThat(count).isEqualTo((short) 7);
        for (int i = 0; i < count; i++) {
            var entry = 6 + 16 * i;
            var length = file.getInt(entry + 8);
            var begin = file.getInt(entry + 12);
            var picture = ImageIO.read(new ByteArrayInputStream(file.array(), begin, length));
            var side = file.get(entry) & 0xff;
            assertThat(picture.getWidth()).isEqualTo(side == 0 ? 256 : side);
        }
    }

    @Test
    void theIconOfMacHoldsPicturesUpToItsEnd() throws IOException {
        var file = ByteBuffer.wrap(Files.readAllBytes(Icons.FOLDER.resolve("tidemark.icns")));
        assertThat(file.getInt(4)).isEqualTo(file.capacity());
        var widest = 0;
        for (int at = 8; at < file.capacity(); at += file.getInt(at + 4)) {
            var picture = ImageIO.read(new ByteArrayInputStream(file.array(), at + 8, file.getInt(at + 4) - 8));
            widest = Math.max(widest, picture.getWidth());
        }
        assertThat(widest).isEqualTo(1024);
    }

    /// The mean difference of the colours, 0 to 255.
    private static double difference(BufferedImage one, BufferedImage other) {
        var size = one.getWidth();
        var left = one.getRGB(0, 0, size, size, null, 0, size);
        var right = other.getRGB(0, 0, size, size, null, 0, size);
        assertThat(left).hasSameSizeAs(right);
        var sum = 0L;
        for (int i = 0; i < left.length; i++) {
            for (int shift : new int[] {0, 8, 16, 24}) {
                sum += Math.abs((left[i] >>> shift & 0xff) - (right[i] >>> shift & 0xff));
            }
        }
        return (double) sum / Arrays.stream(left).count() / 4;
    }
}
