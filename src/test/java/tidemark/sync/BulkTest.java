package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.memory.MemoryStore;
import tidemark.schema.LibrarySchema;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;

/// A bulk of small rows in one transaction: little JSON, and more than a reader has room for.
final class BulkTest {
    private static final int PROJECTS = 95_000;

    @TempDir
    Path folder;

    @Test
    void aBulkOfSmallRowsIsSentInBatchesThatReadersAccept() {
        var store = new MemoryStore();
        try (var copies = new Copies(store, new SteppedClock())) {
            var laptop = copies.make(folder, "laptop");
            laptop.set("collection", "c1", "name", "All");
            laptop.database.change(sql -> sql.update("""
                    INSERT INTO project (id, title, summary, status, due, collection, position)
                    WITH RECURSIVE count (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM count WHERE i < ?)
                    SELECT 'p' || i, 'Project ' || i, 'In short', 'active', '2026-05-01', 'c1', 'a' || i FROM count""", PROJECTS));
            assertThat(laptop.sync()).isEqualTo(new SyncResult.UpToDate(0, 3));
            assertThat(laptop.pending()).isZero();
            var log = new RemoteLog(store, LibrarySchema.CURRENT.number());
            var sent = LongStream.rangeClosed(1, 3)
                    .mapToObj(version -> (RemoteLog.Entry.Found) log.read(new Version(version)))
                    .mapToInt(found -> found.batch().changes().size());
            assertThat(sent.sum()).isEqualTo(PROJECTS + 1);
        }
    }
}
