package tidemark.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file that one process at a time holds, such as the one that syncs a library; the system frees it when the process
/// ends, however it ends.
final class ProcessLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessLock.class);

    private final FileChannel channel;

    private ProcessLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock, unless another process has it.
    static Optional<ProcessLock> take(Path file) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return Optional.of(new ProcessLock(channel));
                }
            } catch (OverlappingFileLockException e) {
                // this very process has it
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw FolderException.lock(file, e);
        }
    }

    /// Runs `work` under the lock.
    void run(Runnable work) {
        work.run();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.info("A lock could not be given back; the end of the process frees it", e);
        }
    }
}
