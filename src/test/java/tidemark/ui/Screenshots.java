package tidemark.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// Pictures of windows, for people to look at.
public final class Screenshots {
    private static final Path FOLDER = Path.of("target/screenshots");

    private static final long TIMEOUT_MILLIS = 10_000;

    private Screenshots() {}

    /// Whether every view is to be taken in each width and theme; else each is taken once.
    public static boolean areAllTaken() {
        return Boolean.getBoolean("shots");
    }

    /// Writes a picture of everything in this window.
    public static void take(javafx.stage.Window window, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        var image = WaitForAsyncUtils.waitForAsyncFx(
                TIMEOUT_MILLIS, () -> window.getScene().snapshot(null));
        write(image, name);
    }

    /// Writes a picture under a name that ends with that of the theme.
    static void take(javafx.stage.Window window, String name, Theme theme) {
        take(window, name + "-" + theme.name().toLowerCase(Locale.ROOT));
    }

    private static void write(Image image, String name) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
