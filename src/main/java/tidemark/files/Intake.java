package tidemark.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.OwnerOnly;

/// The taking of files from anywhere on this computer, as copies in a folder of temporary files.
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int CHUNK = 64 * 1024;
    private static final int ATTEMPTS = 2;

    /// A copy that was not touched for so long belongs to no process that still runs.
    private static final Duration LEFT = Duration.ofDays(1);

    private final Path root;
    private final Path folder;
    private final RandomGenerator random;
    private final UnaryOperator<OutputStream> disk;

    /// @param root the folder that theirs lies in
    Intake(Path root, RandomGenerator random, UnaryOperator<OutputStream> disk) {
        this.root = root;
        this.folder = root.resolve(".taking");
        this.random = random;
        this.disk = disk;
    }

    /// A copy of a file that was read, which does not lie under its hash yet.
    record Taken(ContentHash hash, long size, Path copy) {}

    /// Reads a file once and copies it meanwhile. One that changed while it was read is read once again. Reading ends
    /// where the file ended at first: a log may grow as fast as it is read.
    ///
    /// @throws FilesException when it is no regular file, cannot be read, keeps changing, or finds no room;
    ///     nothing is left of it then
    Taken take(Path source) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var before = FileState.ofRegular(source);
            var taken = copy(source, before.size());
            if (taken.size() == before.size() && FileState.of(source).equals(Optional.of(before))) {
                return taken;
            }
            discard(taken.copy());
        }
        throw FilesException.changing(source);
    }

    private Taken copy(Path source, long expected) {
        Path copy;
        try {
            OwnerOnly.folder(root);
            copy = OwnerOnly.file(OwnerOnly.folder(folder).resolve(Long.toHexString(random.nextLong())));
        } catch (IOException e) {
            throw FilesException.noRoom(shown(source), e);
        }
        try (var from = Files.newInputStream(source)) {
            return copy(source, from, copy, expected);
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

    private Taken copy(Path source, InputStream from, Path copy, long expected) throws IOException {
        var digest = ContentHash.digest();
        var chunk = new byte[CHUNK];
        long size = 0;
        try (var to = new Written(source, copy)) {
            for (var n = from.read(chunk); n >= 0 && size <= expected; n = from.read(chunk)) {
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

    /// Removes what processes that ended have left in the folder.
    void removeLeftovers(Instant now) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        var latest = now.minus(LEFT).toEpochMilli();
        try (Stream<Path> copies = Files.list(folder)) {
            copies.filter(copy -> FileState.of(copy)
                            .filter(state -> state.modified() < latest)
                            .isPresent())
                    .forEach(Intake::discard);
        } catch (IOException e) {
            LOG.warn("{} could not be listed", folder, e);
        }
    }

    /// Removes a file that is of no more use, if it is there.
    static void discard(Path file) {
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
