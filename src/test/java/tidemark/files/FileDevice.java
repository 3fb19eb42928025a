package tidemark.files;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tidemark.db.Rows;
import tidemark.remote.CountingStore;
import tidemark.remote.RemoteStore;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tidemark.sync.Copy;
import tidemark.sync.SteppedClock;

/// One device with a library and the contents of its files.
final class FileDevice implements AutoCloseable {
    final Copy copy;
    final ContentFolder contents;
    final ContentStore files;
    final CountingStore store;
    TransferSettings settings = TransferSettings.STANDARD;
    Transfers transfers;
    /// The bytes that its disk takes.
    long room = Long.MAX_VALUE;
    /// How long its transfers have waited, for a limit of the bandwidth.
    Duration waited = Duration.ZERO;
    /// Runs on a thread that moves a content whenever it waits so.
    Runnable whileWaiting = () -> {};
    /// Runs with each piece that is moved.
    Runnable between = () -> {};
    private final SteppedClock clock;
    private final Path folder;

    FileDevice(Path parent, String name, RemoteStore store, SteppedClock clock) {
        this.folder = parent;
        this.clock = clock;
        this.copy = new Copy(parent, name, store, clock, new Random(name.hashCode()));
        this.store = new CountingStore(store);
        this.contents = new ContentFolder(parent.resolve(name + "-files"), new Random(3), this::disk);
        this.files = new ContentStore(copy.database, contents, clock);
        this.transfers = transfers();
    }

    /// Transfers as of a process that has just started.
    Transfers transfers() {
        transfers = new Transfers(context());
        return transfers;
    }

    TransferContext context() {
        return new TransferContext(copy.database, contents, store, clock, this::settings, this::pause);
    }

    private void pause(Duration time) {
        waited = waited.plus(time);
        clock.advance(time);
        whileWaiting.run();
    }

    private OutputStream disk(OutputStream file) {
        return new FilterOutputStream(file) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (length > room) {
                    throw new IOException("No space left on device");
                }
                room -= length;
                out.write(bytes, offset, length);
            }
        };
    }

    private TransferSettings settings() {
        between.run();
        return settings;
    }

    /// Moves contents until nothing can be moved now.
    void move() {
        transfers.changed();
        while (transfers.turn()) {
            // the next
        }
    }

    /// Adds a file of this content under this id to a project, which is made when it is missing.
    ContentHash add(String project, String id, byte[] content) {
        try {
            var file = Files.write(folder.resolve("source-" + id), content);
            if (copy.text("project", project, "title").isEmpty()) {
                copy.set("project", project, "title", project);
            }
            return files.add(file, (sql, hash, size) -> {
                write(new Rows(sql, LibrarySchema.CURRENT), project, id, hash, size);
                return hash;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Rows rows, String project, String id, ContentHash hash, long size) throws SQLException {
        var record = new RecordId("file", id);
        var row = Row.EMPTY
                .with("project", Optional.of(Value.of(project)))
                .with("name", Optional.of(Value.of(id + ".bin")))
                .with("size", Optional.of(Value.of(size)))
                .with("sha256", Optional.of(Value.of(hash.text())));
        if (rows.find(record).isPresent()) {
            rows.update(record, row.values().keySet(), row);
        } else {
            rows.insert(record, row);
        }
    }

    ContentState state(ContentHash hash) {
        return files.state(hash, Optional.empty());
    }

    List<ContentHash> here() {
        return contents.all();
    }

    static byte[] bytes(int seed, int size) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        transfers.stop();
        copy.close();
    }
}
