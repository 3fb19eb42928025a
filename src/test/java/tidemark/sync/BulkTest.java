package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.memory.MemoryStore;

/// A bulk of small rows in one transaction: little JSON, and more than a reader has room for.
final class BulkTest {
    private static final int PROJECTS = 95_000;

    @TempDir
    Path folder;

    @Test
    void aBulkOfSmallRowsReachesTheOtherDevices() {
        try (var copies = new Copies(new MemoryStore(), new SteppedClock())) {
            var laptop = copies.make(folder, "laptop");
            laptop.set("collection", "c1", "name", "All");
            laptop.database.change(sql -> sql.update("""
                    INSERT INTO project (id, title, summary, status, due, collection, position)
                    WITH RECURSIVE count (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM count WHERE i < ?)
                    SELECT 'p' || i, 'Project ' || i, 'In short', 'active', '2026-05-01', 'c1', 'a' || i FROM count""", PROJECTS));
            assertThat(laptop.sync()).isEqualTo(new SyncResult.UpToDate(0, 3));
            assertThat(laptop.pending()).isZero();
            var desk = copies.make(folder, "desk");
            assertThat(desk.sync()).isInstanceOf(SyncResult.UpToDate.class);
            assertThat(desk.ids("project")).hasSize(PROJECTS);
            assertThat(desk.position()).isEqualTo(laptop.position());
        }
    }
}
