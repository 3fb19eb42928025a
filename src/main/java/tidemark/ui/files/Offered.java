package tidemark.ui.files;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javax.imageio.ImageIO;
import tidemark.db.OwnerOnly;

/// The offer of a clipboard or a drag that can become files: files, or else an image.
sealed interface Offered {
    /// The form of the names of images, which have no name where they come from.
    DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'Image' yyyy-MM-dd HH.mm.ss'.png'", Locale.ROOT);

    /// Files and folders.
    record Paths(List<Path> paths) implements Offered {}

    /// An image without a file, such as a picture of the screen.
    record Picture(Image image) implements Offered {}

    /// The offer on this board now.
    static Optional<Offered> on(Clipboard board) {
        if (board.hasFiles()) {
            return Optional.of(
                    new Paths(board.getFiles().stream().map(File::toPath).toList()));
        }
        return board.hasImage() ? Optional.ofNullable(board.getImage()).map(Picture::new) : Optional.empty();
    }

    /// Whether there is something on this board. Asks for no content: a drag gives that only when it is dropped.
    static boolean isOn(Clipboard board) {
        return board.hasFiles() || board.hasImage();
    }

    /// Writes an image to a file that is named by the time, in a folder of its own below `scratch`.
    static Path write(Image image, Path scratch, Clock clock) throws IOException {
        var folder = Files.createTempDirectory(OwnerOnly.folder(scratch), "image");
        var file = folder.resolve(NAME.format(LocalDateTime.now(clock)));
        if (!ImageIO.write(Pixels.of(image).toWrite(), "png", file.toFile())) {
            throw new IOException("no writer of PNG files");
        }
        return file;
    }

    /// Removes such a file with its folder.
    static void remove(Path written) throws IOException {
        Files.delete(written);
        Files.delete(written.getParent());
    }
}
