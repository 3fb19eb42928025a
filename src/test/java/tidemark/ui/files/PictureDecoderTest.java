package tidemark.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The decoding of pictures.
final class PictureDecoderTest {
    private static final int RED = 0xffff0000;
    private static final int BLUE = 0xff0000ff;

    /// A picture whose left half is red and whose right half is blue.
    private static byte[] picture(int width, int height, String form) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x < width / 2 ? RED : BLUE);
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, form, bytes);
        return bytes.toByteArray();
    }

    private static Pixels decode(byte[] bytes, Bound bound) throws IOException {
        return new PictureDecoder(bound).decode(new ByteArrayInputStream(bytes));
    }

    /// The JPEG picture with Exif data that say this orientation.
    private static byte[] turned(byte[] jpeg, int orientation) {
        var exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        var all = ByteBuffer.allocate(jpeg.length + exif.capacity());
        return all.put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static boolean isReddish(int argb) {
        return (argb >> 16 & 0xff) > 150 && (argb & 0xff) < 100;
    }

    @Test
    void aPictureWithinTheBoundStaysAsItIs() throws IOException {
        var pixels = decode(picture(40, 20, "png"), Bound.THUMBNAIL);
        assertThat(pixels.width()).isEqualTo(40);
        assertThat(pixels.height()).isEqualTo(20);
        assertThat(pixels.argb()[0]).isEqualTo(RED);
        assertThat(pixels.argb()[39]).isEqualTo(BLUE);
    }

    @Test
    void aLargerOneIsMadeSmallerInItsProportions() throws IOException {
        var pixels = decode(picture(3000, 1500, "png"), new Bound(300, 1_000_000));
        assertThat(pixels.width()).isEqualTo(300);
        assertThat(pixels.height()).isEqualTo(150);
        assertThat(pixels.argb()[149]).isEqualTo(RED);
        assertThat(pixels.argb()[150]).isEqualTo(BLUE);
    }

    @Test
    void anExtremelyLongOneIsBoundedInItsPixels() throws IOException {
        var pixels = decode(picture(20, 9000, "png"), new Bound(300, 10_000));
        assertThat((long) pixels.width() * pixels.height()).isLessThanOrEqualTo(10_000);
        assertThat(pixels.height()).isGreaterThan(pixels.width());
    }

    /// The number says which edge the left one, which is red, becomes.
    @ParameterizedTest
    @CsvSource({"1, left", "2, right", "3, right", "4, left", "5, top", "6, top", "7, bottom", "8, bottom", "99, left"})
    void aPhotographIsShownTheRightWayUp(int orientation, String edge) throws IOException {
        var pixels = decode(turned(picture(64, 32, "jpg"), orientation), Bound.THUMBNAIL);
        var isUpright = edge.equals("top") || edge.equals("bottom");
        assertThat(pixels.width()).isEqualTo(isUpright ? 32 : 64);
        var middle = pixels.height() / 2 * pixels.width();
        var place = switch (edge) {
            case "left" -> middle;
            case "right" -> middle + pixels.width() - 1;
            case "top" -> pixels.width() / 2;
            default -> pixels.argb().length - pixels.width() / 2;
        };
        assertThat(isReddish(pixels.argb()[place])).isTrue();
        assertThat(isReddish(pixels.argb()[pixels.argb().length - 1 - place])).isFalse();
    }

    @Test
    void whatIsNoPictureOrDamagedFails() throws IOException {
        var png = picture(400, 200, "png");
        assertThatThrownBy(() -> decode("no picture".getBytes(StandardCharsets.UTF_8), Bound.TEXT))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> decode(Arrays.copyOf(png, 60), Bound.TEXT)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> decode(new byte[0], Bound.TEXT)).isInstanceOf(IOException.class);
    }
}
