package tidemark.build;

import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.NullMarked;

/// The generator of every icon from the one drawing in `icons`: PNG in the sizes that desktops ask for, ICO for
/// Windows, ICNS for macOS. Run by `./mvnw -q test-compile exec:exec@icons` after the drawing was changed; its results
/// are kept.
@NullMarked
final class Icons {
    static final Path FOLDER = Path.of("icons");
    static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    private static final List<Integer> ICO_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final int ICNS_HEADER = 8;

    /// The names that macOS gives each size; one picture serves as a size and as half of it on a fine screen.
    private static final Map<String, Integer> ICNS_TYPES = Map.of(
            "icp4", 16, "icp5", 32, "ic11", 32, "ic12", 64, "ic07", 128, "ic08", 256, "ic13", 256, "ic09", 512, "ic14",
            512, "ic10", 1024);

    private Icons() {}

    /// Writes every icon.
    public static void main(String[] args) throws IOException {
        for (var icon : all().entrySet()) {
            Files.write(FOLDER.resolve(icon.getKey()), icon.getValue());
        }
    }

    /// Every icon by the name of its file.
    static Map<String, byte[]> all() throws IOException {
        var icons = new LinkedHashMap<String, byte[]>();
        for (var size : SIZES) {
            icons.put("tidemark-" + size + ".png", png(size));
        }
        icons.put("tidemark.ico", ico());
        icons.put("tidemark.icns", icns());
        return icons;
    }

    static BufferedImage drawn(int size) throws IOException {
        var drawing = Objects.requireNonNull(
                new SVGLoader().load(FOLDER.resolve("tidemark.svg").toUri().toURL()));
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        drawing.render((java.awt.Component) null, pen, new ViewBox(0, 0, size, size));
        pen.dispose();
        return image;
    }

    private static byte[] png(int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(drawn(size), "png", bytes);
        return bytes.toByteArray();
    }

    /// An ICO file: a directory of pictures, each a whole PNG; a side of 256 is written as 0.
    private static byte[] ico() throws IOException {
        var directory = ByteBuffer.allocate(ICO_HEADER + ICO_SIZES.size() * ICO_ENTRY)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) ICO_SIZES.size());
        var pictures = new ByteArrayOutputStream();
        for (var size : ICO_SIZES) {
            var png = png(size);
            directory
                    .put(size.byteValue())
                    .put(size.byteValue())
                    .putShort((short) 0)
                    .putShort((short) 1)
                    .putShort((short) 32)
                    .putInt(png.length)
                    .putInt(directory.capacity() + pictures.size());
            pictures.write(png);
        }
        var file = new ByteArrayOutputStream();
        file.write(directory.array());
        pictures.writeTo(file);
        return file.toByteArray();
    }

    /// An ICNS file: a list of pictures, each a whole PNG under a name of four letters.
    private static byte[] icns() throws IOException {
        var pictures = new ByteArrayOutputStream();
        var out = new DataOutputStream(pictures);
        for (var type : ICNS_TYPES.keySet().stream().sorted().toList()) {
            var png = png(Objects.requireNonNull(ICNS_TYPES.get(type)));
            out.write(type.getBytes(StandardCharsets.US_ASCII));
            out.writeInt(ICNS_HEADER + png.length);
            out.write(png);
        }
        var file = new ByteArrayOutputStream();
        var head = new DataOutputStream(file);
        head.write("icns".getBytes(StandardCharsets.US_ASCII));
        head.writeInt(ICNS_HEADER + pictures.size());
        pictures.writeTo(file);
        return file.toByteArray();
    }
}
