package tidemark.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// Files of many kinds for tests, with pictures that can be told apart.
public final class Gallery {
    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    private Gallery(Path folder) {
        this.folder = folder;
    }

    /// Writes the files into this folder, and returns them in their order.
    public static List<Path> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        var gallery = new Gallery(folder);
        gallery.picture("Weir at low water.png", 640, 420, 0x1c7ed6);
        gallery.picture("Map of the upper reach.png", 420, 640, 0x2f9e44);
        gallery.picture(
                "A name that is so long that no column of any list has room for all of it.png", 900, 300, 0xd9730d);
        gallery.text("Measurements.csv", "place,day,height\nweir,2026-11-03,84\nbridge,2026-11-03,112\n");
        gallery.text("Reading list.md", "# Reading list\n\n- **Rivers**, in three parts\n- [ ] the survey of 1964\n");
        gallery.text("Permit.pdf", "%PDF-1.7\n");
        gallery.text("Budget.xlsx", "PK");
        gallery.text("Interview.mp3", "ID3");
        gallery.text("gauge.sh", "#!/bin/sh\necho 84\n");
        return List.copyOf(gallery.files);
    }

    private void text(String name, String content) throws IOException {
        files.add(Files.writeString(folder.resolve(name), content));
    }

    private void picture(String name, int width, int height, int colour) throws IOException {
        files.add(picture(folder.resolve(name), width, height, colour));
    }

    /// Writes a picture of hills in shades of this colour.
    public static Path picture(Path file, int width, int height, int colour) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            var near = height * (0.7 + 0.12 * Math.sin(x * 9.0 / width));
            var far = height * (0.45 + 0.16 * Math.sin(2 + x * 5.0 / width));
            for (int y = 0; y < height; y++) {
                var shade = y > near ? 0.45 : y > far ? 0.75 : 1.6 - 0.5 * y / height;
                image.setRGB(x, y, shaded(colour, shade));
            }
        }
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static int shaded(int colour, double shade) {
        int result = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            result |= (int) Math.min(255, (colour >> shift & 0xff) * shade) << shift;
        }
        return result;
    }
}
