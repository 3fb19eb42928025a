package tidemark.app.base;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.OwnerOnly;

/// A lock file that one process at a time holds, such as the one that syncs a library. The system frees it when the
/// process ends, however it ends.
public final class ProcessLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessLock.class);

    /// The files that this process has locked. On POSIX systems closing any channel on a file frees all its locks, so a
    /// locked file must not even be opened again.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private ProcessLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /// Takes the lock; empty when another process has it, or this one.
    ///
    /// @throws FolderException when the file cannot be used
    public static Optional<ProcessLock> take(Path file) {
        var path = file.toAbsolutePath().normalize();
        if (!HELD.add(path)) {
            return Optional.empty();
        }
        var lock = Optional.<ProcessLock>empty();
        try {
            var channel = FileChannel.open(OwnerOnly.file(path), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                lock = Optional.of(new ProcessLock(path, channel));
            } else {
                channel.close();
            }
            return lock;
        } catch (IOException e) {
            throw FolderException.lock(file, e);
        } finally {
            if (lock.isEmpty()) {
                HELD.remove(path);
            }
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /// Runs `work` under the lock.
    public void run(Runnable work) {
        work.run();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.info("A lock could not be given back; the end of the process frees it", e);
        } finally {
            HELD.remove(path);
        }
    }
}
