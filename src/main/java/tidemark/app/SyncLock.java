package tidemark.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Held by the one process that syncs a library; the system frees it when the process ends, however it ends.
final class SyncLock implements AutoCloseable {
    private final FileChannel channel;

    private SyncLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Takes the lock, unless another process has it.
    static Optional<SyncLock> take(Path file) {
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (channel.tryLock() != null) {
                    return Optional.of(new SyncLock(channel));
                }
            } catch (OverlappingFileLockException e) {
                // this very process has it
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
