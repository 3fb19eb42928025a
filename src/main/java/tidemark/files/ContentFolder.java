package tidemark.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
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
    private static final int ATTEMPTS = 2;
    private static final String INCOMING = ".incoming";
    private static final String TAKING = ".taking";

    private final Path root;
    private final RandomGenerator random;
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
        this.random = random;
        this.disk = disk;
    }

    /// A copy of a file that was read, which does not lie under its hash yet.
    record Taken(ContentHash hash, long size, Path copy) {}

    /// The file of a content that is here. Not to be changed.
    Path path(ContentHash hash) {
        return root.resolve(hash.folder()).resolve(hash.text());
    }

    /// The file in which a content arrives.
    Path incoming(ContentHash hash) throws IOException {
        return OwnerOnly.folder(folder().resolve(INCOMING)).resolve(hash.text());
    }

    private Path folder() throws IOException {
        return OwnerOnly.folder(root);
    }

    /// Reads a file once and copies it meanwhile. One that changed while it was read is read once again.
    ///
    /// @throws FilesException when it is no regular file, cannot be read, keeps changing, or there is no room for it;
    ///     nothing is left of it then
    Taken take(Path source) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = FileState.ofRegular(source);
            var taken = copy(source);
            if (taken.size() == before.size() && FileState.of(source).equals(Optional.of(before))) {
                return taken;
            }
            discard(taken.copy());
        }
        throw FilesException.changing(source);
    }

    private Taken copy(Path source) {
        Path copy;
        try {
            copy = OwnerOnly.file(OwnerOnly.folder(folder().resolve(TAKING))
                    .resolve(Long.toHexString(random.nextLong())));
        } catch (IOException e) {
            throw FilesException.noRoom(shown(source), e);
        }
        try (var from = Files.newInputStream(source)) {
            return copy(source, from, copy);
        } catch (NoSuchFileException e) {
            discard(copy);
            throw FilesException.notThere(source);
        } catch (IOException e) {
            discard(copy);
            throw FilesException.unreadable(source, e);
        } catch (RuntimeException e) {
            discard(copy);
            throw e;
        }
    }

    private Taken copy(Path source, InputStream from, Path copy) throws IOException {
        var digest = ContentHash.digest();
        var chunk = new byte[CHUNK];
        long size = 0;
        try (var to = new Written(source, copy)) {
            for (var n = from.read(chunk); n >= 0; n = from.read(chunk)) {
                digest.update(chunk, 0, n);
                to.write(chunk, n);
                size += n;
            }
            to.force();
        }
        return new Taken(ContentHash.of(digest), size, copy);
    }

    /// The copy of a file, whose failures are this disk's and not those of the file that is read.
    private final class Written implements AutoCloseable {
        private final Path source;
        private final FileChannel channel;
        private final OutputStream out;

        Written(Path source, Path copy) {
            this.source = source;
            try {
                channel = FileChannel.open(copy, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw FilesException.noRoom(shown(source), e);
            }
            out = disk.apply(Channels.newOutputStream(channel));
        }

        void write(byte[] chunk, int n) {
            try {
                out.write(chunk, 0, n);
            } catch (IOException e) {
                throw FilesException.noRoom(shown(source), e);
            }
        }

        void force() {
            try {
                channel.force(true);
            } catch (IOException e) {
                throw FilesException.noRoom(shown(source), e);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /// Removes the copy of a file, unless it was kept.
    void forget(Taken taken) {
        discard(taken.copy());
    }

    /// Puts a copy under its hash, in place of one that is there, and returns its state.
    FileState keep(Taken taken) {
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
            OwnerOnly.folder(to.getParent());
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(to.getParent());
            return FileState.of(to).orElseThrow(() -> new NoSuchFileException(to.toString()));
        } catch (IOException e) {
            discard(from);
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
        discard(path(hash));
    }

    /// Removes what a process that ended left of files it was taking in. What was arriving stays, to be gone on with.
    void removeLeftovers() {
        files(root.resolve(TAKING)).forEach(ContentFolder::discard);
    }

    /// The contents whose files are here.
    List<ContentHash> all() {
        var all = new ArrayList<ContentHash>();
        for (var inner : files(root)) {
            files(inner).forEach(file ->
                    ContentHash.of(file.getFileName().toString()).ifPresent(hash -> {
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
            LOG.warn("{} could not be listed", folder, e);
            return List.of();
        }
    }

    private static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} could not be removed", file, e);
        }
    }

    private static String shown(Path path) {
        return FileName.shown(path.toString());
    }
}
