package tidemark.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.OwnerOnly;

/// The folder that holds the contents which are on this device, as `ab/abcdef…`, for their owner alone.
///
/// A file appears under its hash only whole: it is copied to a temporary file, forced to the disk, and renamed.
public final class ContentFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ContentFolder.class);
    private static final int CHUNK = 64 * 1024;
    private static final String INCOMING = ".incoming";

    private final Path root;
    private final Intake intake;
    private final UnaryOperator<OutputStream> disk;

    /// The contents in this folder, which need not exist.
    ///
    /// @param random makes the names of temporary files
    public ContentFolder(Path root, RandomGenerator random) {
        this(root, random, out -> out);
    }

    /// A folder on a disk that may refuse what is written.
    ContentFolder(Path root, RandomGenerator random, UnaryOperator<OutputStream> disk) {
        this.root = root;
        this.disk = disk;
        this.intake = new Intake(root, random, disk);
    }

    /// The file of a content that is here. Not to be changed.
    Path path(ContentHash hash) {
        return root.resolve(hash.folder()).resolve(hash.text());
    }

    /// The file in which a content arrives.
    Path incoming(ContentHash hash) throws IOException {
        return OwnerOnly.folder(folder().resolve(INCOMING)).resolve(hash.text());
    }

    /// The stream as this disk takes it.
    OutputStream on(OutputStream file) {
        return disk.apply(file);
    }

    private Path folder() throws IOException {
        return OwnerOnly.folder(root);
    }

    /// Takes a copy of a file, which is not under its hash yet.
    ///
    /// @throws FilesException as [Intake#take]
    Intake.Taken take(Path source) {
        return intake.take(source);
    }

    /// Removes the copy of a file, unless it was kept.
    void forget(Intake.Taken taken) {
        Intake.discard(taken.copy());
    }

    /// Puts a copy under its hash, in place of one that is there, and returns its state.
    FileState keep(Intake.Taken taken) {
        return keep(taken.hash(), taken.copy());
    }

    /// Puts what has arrived under its hash, if that is right; removes it otherwise, and returns empty.
    Optional<FileState> keepArrived(ContentHash hash) {
        try {
            var file = incoming(hash);
            if (!hashOf(file).equals(Optional.of(hash))) {
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return Optional.of(keep(hash, file));
        } catch (IOException e) {
            throw FilesException.noRoom("what was fetched", e);
        }
    }

    private FileState keep(ContentHash hash, Path from) {
        var to = path(hash);
        try {
            folder();
            OwnerOnly.folder(root.resolve(hash.folder()));
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(root.resolve(hash.folder()));
            return FileState.of(to).orElseThrow(() -> new NoSuchFileException(to.toString()));
        } catch (IOException e) {
            Intake.discard(from);
            throw FilesException.noRoom("a file", e);
        }
    }

    /// Forces the names in a folder to the disk, where the system lets one.
    private static void force(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("The names in {} could not be forced to the disk", folder, e);
        }
    }

    /// The state of the file of a content; empty where it is not here.
    Optional<FileState> state(ContentHash hash) {
        return FileState.of(path(hash));
    }

    /// Whether the file of a content has the bytes that its name says. Reads all of it.
    boolean isSound(ContentHash hash) {
        return hashOf(path(hash)).equals(Optional.of(hash));
    }

    /// The hash of a file; empty where it cannot be read.
    static Optional<ContentHash> hashOf(Path file) {
        MessageDigest digest = ContentHash.digest();
        var chunk = new byte[CHUNK];
        try (var in = Files.newInputStream(file)) {
            for (var n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                digest.update(chunk, 0, n);
            }
            return Optional.of(ContentHash.of(digest));
        } catch (IOException e) {
            LOG.info("{} could not be read", file, e);
            return Optional.empty();
        }
    }

    /// Renames the file of a content that is damaged: it may be all that is left of something.
    void putAside(ContentHash hash) {
        var file = path(hash);
        try {
            Files.move(file, file.resolveSibling(hash.text() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} could not be put aside", file, e);
        }
    }

    /// Removes the file of a content.
    void remove(ContentHash hash) {
        Intake.discard(path(hash));
    }

    /// Removes what processes that ended left of files they were taking in. What was arriving stays, to be gone on
    /// with.
    void removeLeftovers(Instant now) {
        intake.removeLeftovers(now);
    }

    /// The contents whose files are here.
    ///
    /// @throws FilesException when they cannot be listed
    List<ContentHash> all() {
        var all = new ArrayList<ContentHash>();
        for (var inner : files(root)) {
            files(inner)
                    .forEach(file -> ContentHash.of(file.getFileName().toString())
                            .ifPresent(hash -> {
                                if (path(hash).equals(file)) {
                                    all.add(hash);
                                }
                            }));
        }
        return all;
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            throw FilesException.notListed(folder, e);
        }
    }
}
