package tidemark.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.OwnerOnly;

/// The copies of contents that are open in other programs: one for each file, as `<id>/<name>`, beside a note of the
/// content that it was made from. What a program saves there is found by that note, also after a restart.
public final class OpenedCopies {
    private static final Logger LOG = LoggerFactory.getLogger(OpenedCopies.class);
    private static final String NOTE = ".from";
    private static final int NOTE_LINES = 3;

    /// A copy that was not opened or saved for so long is of no more use.
    private static final Duration OLD = Duration.ofDays(7);

    private static final long LONGEST_NOTE = 4096;

    private final Path root;
    private final ContentFolder contents;

    /// The copies in this folder, which need not exist.
    public OpenedCopies(Path root, ContentFolder contents) {
        this.root = root;
        this.contents = contents;
    }

    /// A copy that was opened.
    ///
    /// @param file the id of the file
    /// @param from the content that the copy was made from, or that was taken from it last
    /// @param size of that content
    public record Opened(String file, Path path, ContentHash from, long size) {}

    /// The copy of a file to open. One in which a program saved something that was not taken yet stays as it is.
    ///
    /// @param file the id of the file, which names a folder
    /// @throws FilesException when it cannot be written
    Path copy(String file, ContentHash hash, long size, FileName name) {
        var home = root.resolve(new FileName(file).written());
        var known = opened(home);
        if (known.isPresent() && (isEdited(known.get()) || known.get().from().equals(hash)) && isThere(known.get())) {
            return known.get().path();
        }
        var opened = new Opened(file, home.resolve(name.written()), hash, size);
        try {
            OwnerOnly.folder(root);
            OwnerOnly.folder(home);
            OwnerOnly.copy(contents.path(hash), opened.path());
            note(opened);
        } catch (IOException e) {
            throw FilesException.cannotWrite(opened.path(), e);
        }
        return opened.path();
    }

    private static boolean isThere(Opened opened) {
        return FileState.of(opened.path()).isPresent();
    }

    /// Whether a program has saved something else in it.
    boolean isEdited(Opened opened) {
        return isThere(opened) && !ContentFolder.hashOf(opened.path()).equals(Optional.of(opened.from()));
    }

    /// All copies that were opened.
    List<Opened> all() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> homes = Files.list(root)) {
            return homes.map(this::opened).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            LOG.warn("{} could not be listed", root, e);
            return List.of();
        }
    }

    /// Removes copies that nobody has opened for a week, and in which nothing is that was not taken.
    public void removeOld(Instant now) {
        var latest = now.minus(OLD).toEpochMilli();
        for (var opened : all()) {
            if (isOlder(opened.path(), latest) && isOlder(noteOf(opened), latest) && !isEdited(opened)) {
                Intake.discard(opened.path());
                Intake.discard(noteOf(opened));
                Intake.discard(root.resolve(opened.file()));
            }
        }
    }

    private static boolean isOlder(Path file, long latest) {
        return FileState.of(file).filter(state -> state.modified() >= latest).isEmpty();
    }

    private static Path noteOf(Opened opened) {
        return opened.path().resolveSibling(NOTE);
    }

    private Optional<Opened> opened(Path home) {
        var note = home.resolve(NOTE);
        if (FileState.of(note).filter(state -> state.size() <= LONGEST_NOTE).isEmpty()) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(note)) {
            return opened(home, lines.limit(NOTE_LINES).toList());
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("{} could not be read", note, e);
            return Optional.empty();
        }
    }

    private static Optional<Opened> opened(Path home, List<String> lines) {
        if (lines.size() < NOTE_LINES || !lines.get(1).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        var size = Long.parseLong(lines.get(1));
        var path = home.resolve(new FileName(lines.get(2)).written());
        return ContentHash.of(lines.get(0))
                .map(hash -> new Opened(home.getFileName().toString(), path, hash, size));
    }

    /// Notes that what the copy holds was taken as this content.
    void taken(Opened opened, ContentHash hash, long size) {
        try {
            note(new Opened(opened.file(), opened.path(), hash, size));
        } catch (IOException e) {
            throw FilesException.cannotWrite(opened.path(), e);
        }
    }

    private static void note(Opened opened) throws IOException {
        var note = noteOf(opened);
        var lines = List.of(
                opened.from().text(),
                Long.toString(opened.size()),
                opened.path().getFileName().toString());
        var written = OwnerOnly.file(note.resolveSibling(NOTE + ".new"));
        Files.write(written, lines, StandardCharsets.UTF_8);
        Files.move(written, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
