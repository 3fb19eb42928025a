package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Concurrent readers and writers, in one process and in several.
@Timeout(60)
final class SharedDatabaseTest extends WithDatabase {
    @Test
    void readersAreNotBlockedByAnOpenWriteAndDoNotSeeIt() {
        db.change(sql -> {
            sql.run("INSERT INTO label (id) VALUES ('a')");
            assertThat(ids(db)).isEmpty();
            assertThat(ids(sql)).containsExactly("a");
        });
        assertThat(ids(db)).containsExactly("a");
    }

    @Test
    void aReaderSeesOneSnapshotWhateverIsWrittenMeanwhile() {
        add(db, "a");
        db.read(sql -> {
            assertThat(ids(sql)).containsExactly("a");
            add(db, "b");
            assertThat(ids(sql)).containsExactly("a");
            return true;
        });
        assertThat(ids(db)).containsExactly("a", "b");
    }

    @Test
    void moreReadersThanConnectionsWaitForOneAnother() throws Exception {
        add(db, "a");
        var entered = new CountDownLatch(4);
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = IntStream.range(0, 4)
                    .mapToObj(_ -> threads.submit(() -> db.read(sql -> {
                        entered.countDown();
                        await(gate);
                        return ids(sql);
                    })))
                    .toList();
            entered.await();
            var waiting = IntStream.range(0, 16)
                    .mapToObj(_ -> threads.submit(() -> ids(db)))
                    .toList();
            assertThat(waiting).noneMatch(Future::isDone);
            gate.countDown();
            for (var reader : held) {
                assertThat(reader.get()).containsExactly("a");
            }
            for (var reader : waiting) {
                assertThat(reader.get()).containsExactly("a");
            }
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void writersOfOneProcessTakeTurns() throws Exception {
        db.change(sql -> sql.run("INSERT INTO label (id, colour) VALUES ('count', '0')"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 50)
                    .mapToObj(_ -> threads.submit(() -> increment(db)))
                    .toList();
            for (var writer : writers) {
                writer.get();
            }
        }
        assertThat(count()).contains("50");
    }

    private static void increment(Database db) {
        db.change(sql -> {
            var count =
                    sql.text("SELECT colour FROM label").map(Integer::valueOf).orElseThrow();
            sql.update("UPDATE label SET colour = ?", Integer.toString(count + 1));
        });
    }

    private Optional<String> count() {
        return text(db, "SELECT colour FROM label");
    }

    @Test
    void twoProcessesThatWriteAtOnceWaitForEachOther() throws Exception {
        db.change(sql -> sql.run("INSERT INTO label (id, colour) VALUES ('count', '0')"));
        try (var other = Database.open(file, SETTINGS);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> increment(i % 2 == 0 ? db : other)))
                    .toList();
            for (var writer : writers) {
                writer.get();
            }
        }
        assertThat(count()).contains("40");
    }

    @Test
    void twoProcessesMayMakeTheLibraryAtOnce() throws Exception {
        for (int round = 0; round < 10; round++) {
            var fresh = folder.resolve("fresh-" + round + ".sqlite");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var opening = IntStream.range(0, 4)
                        .mapToObj(_ -> threads.submit(() -> Database.open(fresh, SETTINGS)))
                        .toList();
                for (var opened : opening) {
                    assertOpens(opened);
                }
            }
        }
    }

    private static void assertOpens(Future<Database> opened) throws InterruptedException, ExecutionException {
        try (var library = opened.get()) {
            assertThat(ids(library)).isEmpty();
        }
    }

    @Test
    void anotherProcesssCommitIsNoticedOnceAndOursNever() throws SQLException {
        add(db, "ours");
        assertThat(db.changedElsewhere()).isFalse();
        try (var foreign = new Foreign(file)) {
            foreign.run("INSERT INTO label (id) VALUES ('theirs')");
        }
        assertThat(db.changedElsewhere()).isTrue();
        assertThat(db.changedElsewhere()).isFalse();
        add(db, "again");
        assertThat(db.changedElsewhere()).isFalse();
    }
}
