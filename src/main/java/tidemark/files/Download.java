package tidemark.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Origin;
import tidemark.db.OwnerOnly;
import tidemark.files.Content.Obstacle;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteException.Corrupt;

/// The fetching of one content: by range from where it was broken off, and checked by its hash before it is kept. One
/// that arrives damaged is fetched once again from its beginning.
final class Download {
    private static final Logger LOG = LoggerFactory.getLogger(Download.class);
    private static final int ATTEMPTS = 2;

    /// The room on the disk that is never filled.
    private static final long RESERVE = 64L << 20;

    private final TransferContext context;
    private final Flow flow;
    private final ContentHash hash;
    private final long size;

    /// @param size in bytes, as the rows say
    Download(TransferContext context, Flow flow, long size) {
        this.context = context;
        this.flow = flow;
        this.hash = flow.hash();
        this.size = size;
    }

    /// Fetches the content, and notes that it is here, or why it is not. Returns whether it was kept.
    ///
    /// @throws tidemark.remote.RemoteException when the remote fails, or the flow was stopped
    /// @throws FilesException when there is no room for it
    boolean run() {
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (!isFetched()) {
                    stop(Obstacle.MISSING);
                    return false;
                }
                var state = context.folder().keepArrived(hash);
                if (state.isPresent()) {
                    var now = context.clock().instant();
                    context.database().change(Origin.UPKEEP, sql -> new Contents(sql).fetched(hash, state.get(), now));
                    return true;
                }
                LOG.warn("The content {} arrived damaged", hash);
            }
        } catch (IOException e) {
            throw FilesException.noRoom("what was fetched", e);
        }
        stop(Obstacle.DAMAGED);
        return false;
    }

    private void stop(Obstacle obstacle) {
        LOG.warn("The content {} is {} on the remote", hash, obstacle);
        var now = context.clock().instant();
        context.database().change(Origin.UPKEEP, sql -> new Contents(sql).stopped(hash, size, obstacle, now));
    }

    /// Fetches what is not here of it; false when the remote does not have it.
    private boolean isFetched() throws IOException {
        var file = context.folder().incoming(hash);
        var from = Files.exists(file) ? Files.size(file) : 0;
        if (from > size) {
            Files.delete(file);
            from = 0;
        } else if (from > 0 && from == size) {
            return true;
        }
        requireRoom(file, size - from);
        flow.from(from);
        try (var out = new Arriving(opened(file))) {
            return received(out, from);
        } catch (Corrupt e) {
            LOG.warn("The content {} is not as long as its rows say", hash, e);
            return true; // its hash is wrong then
        }
    }

    /// Receives the bytes from here on. A store says of a disk that is full here that it cannot be reached.
    private boolean received(Arriving out, long from) throws IOException {
        try {
            return context.store().get(hash.objectName(), from, out, size).isPresent();
        } catch (RemoteException e) {
            if (out.refusal.isPresent()) {
                throw out.refusal.get();
            }
            throw e;
        }
    }

    private OutputStream opened(Path file) throws IOException {
        return context.folder()
                .on(Files.newOutputStream(OwnerOnly.file(file), StandardOpenOption.WRITE, StandardOpenOption.APPEND));
    }

    private static void requireRoom(Path file, long bytes) throws IOException {
        var room = Files.getFileStore(file.getParent()).getUsableSpace();
        if (room < bytes + RESERVE) {
            throw FilesException.noRoom(
                    "what is to be fetched", new IOException("it has no room for %,d bytes".formatted(bytes)));
        }
    }

    /// The bytes as they arrive, for which the disk here may have no room.
    private final class Arriving extends FilterOutputStream {
        private Optional<IOException> refusal = Optional.empty();

        Arriving(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                refusal = Optional.of(e);
                throw e;
            }
            flow.moved(length);
        }
    }
}
