package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tidemark.schema.LibrarySchema;

@Timeout(60)
final class DatabaseTest {
    private static final Database.Settings SETTINGS =
            Database.Settings.of(LibrarySchema.CURRENT, () -> Instant.ofEpochMilli(1_700_000_000_000L));

    @TempDir
    Path folder;

    private Path file;
    private Database db;

    @BeforeEach
    void open() {
        file = folder.resolve("database.sqlite");
        db = Database.open(file, SETTINGS);
    }

    @AfterEach
    void close() {
        db.close();
    }

    private static void add(Database db, String id) {
        db.change(sql -> sql.update("INSERT INTO label (id, name) VALUES (?, ?)", id, Optional.empty()));
    }

    private static List<String> ids(Database db) {
        return db.read(DatabaseTest::ids);
    }

    private static List<String> ids(Sql sql) throws SQLException {
        return sql.list("SELECT id FROM label ORDER BY n", row -> row.getString(1));
    }

    private static Optional<String> text(Database db, String query) {
        return db.read(sql -> sql.text(query));
    }

    @Test
    void everyConnectionIsAsDurableAndStrictAsTheDesignAsks() throws SQLException {
        for (var pragma : List.of(
                "journal_mode|wal", "synchronous|2", "foreign_keys|1", "recursive_triggers|1", "busy_timeout|10000")) {
            var name = pragma.substring(0, pragma.indexOf('|'));
            var value = Optional.of(pragma.substring(pragma.indexOf('|') + 1));
            Optional<String> reading = db.read(sql -> sql.text("PRAGMA " + name));
            Optional<String> writing = db.write(sql -> sql.text("PRAGMA " + name));
            assertThat(reading).as(name).isEqualTo(value);
            assertThat(writing).as(name).isEqualTo(value);
        }
        assertThatThrownBy(() -> add(db, "x", "read"))
                .isInstanceOf(DatabaseException.ReadOnly.class)
                .hasMessageContaining("may not be written");
        assertThat(ids(db)).isEmpty();
    }

    private static void add(Database db, String id, String how) {
        db.read(sql -> sql.update("INSERT INTO label (id, name) VALUES (?, ?)", id, how));
    }

    @Test
    void aWriteIsKeptWholeOrNotAtAll() {
        assertThatThrownBy(() -> db.change(sql -> {
                    sql.run("INSERT INTO label (id) VALUES ('a')");
                    sql.run("INSERT INTO label (id) VALUES ('a')");
                }))
                .isInstanceOf(DatabaseException.Failed.class)
                .hasMessageContaining("UNIQUE constraint failed");
        assertThatThrownBy(() -> db.change(sql -> {
                    sql.run("INSERT INTO label (id) VALUES ('a')");
                    throw new IllegalStateException("killed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ids(db)).isEmpty();
        add(db, "b");
        assertThat(ids(db)).containsExactly("b");
    }

    @Test
    void aWriteThatAForeignKeyStopsIsUndone() {
        assertThatThrownBy(() -> db.change(sql -> sql.run("INSERT INTO note (id, project) VALUES ('n', 'none')")))
                .isInstanceOf(DatabaseException.Failed.class)
                .hasMessageContaining("FOREIGN KEY");
        assertThat(text(db, "SELECT id FROM note")).isEmpty();
        db.change(sql -> {
            sql.run("INSERT INTO note (id, project) VALUES ('n', 'p')");
            sql.run("INSERT INTO project (id) VALUES ('p')");
        });
        assertThat(text(db, "SELECT id FROM note")).contains("n");
    }

    @Test
    void whatChangesNothingIsNeitherCommittedNorTold() {
        var told = new ArrayList<Long>();
        db.onCommit(() -> told.add(transaction()));
        add(db, "a");
        var number = transaction();
        db.change(sql -> sql.run("UPDATE label SET name = 'x' WHERE id = 'none'"));
        db.write(DatabaseTest::ids);
        assertThat(transaction()).isEqualTo(number);
        assertThat(told).containsExactly(number);
    }

    private long transaction() {
        return db.read(sql -> sql.number("SELECT number FROM tx")).orElseThrow();
    }

    @Test
    void aWriteInsideAWriteIsRefused() {
        assertThatThrownBy(() -> db.change(_ -> add(db, "inner")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a transaction inside a transaction");
        assertThat(ids(db)).isEmpty();
        add(db, "after");
        assertThat(ids(db)).containsExactly("after");
    }

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
    void theGuardStandsBeforeEveryUse() {
        Runnable guard = () -> {
            throw new IllegalStateException("not on this thread");
        };
        var settings = new Database.Settings(SETTINGS.schema(), SETTINGS.migrations(), SETTINGS.clock(), guard);
        try (var guarded = Database.open(file, settings)) {
            assertThatThrownBy(() -> ids(guarded)).hasMessage("not on this thread");
            assertThatThrownBy(() -> add(guarded, "x")).hasMessage("not on this thread");
            assertThatThrownBy(() -> guarded.copyTo(folder.resolve("copy"))).hasMessage("not on this thread");
            assertThatThrownBy(guarded::damage).hasMessage("not on this thread");
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

    @Test
    void plainJdbcIsCapturedAndToldLikeEverythingElse() throws SQLException {
        var told = new ArrayList<String>();
        db.onCommit(() -> told.add("told"));
        try (var connection = db.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO label (id) VALUES ('a')");
        }
        assertThat(told).containsExactly("told");
        assertThat(text(db, "SELECT id FROM pending")).contains("a");
    }

    @Test
    void aCopyHoldsTheDataAndOpensAsALibrary() {
        add(db, "a");
        var copy = folder.resolve("copy.sqlite");
        db.copyTo(copy);
        add(db, "b");
        try (var copied = Database.open(copy, SETTINGS)) {
            assertThat(ids(copied)).containsExactly("a");
            assertThat(copied.damage()).isEmpty();
        }
    }

    @Test
    void aKilledProcessLosesNothingThatWasCommitted() throws Exception {
        add(db, "a");
        add(db, "b");
        var killed = folder.resolve("killed.sqlite");
        db.change(sql -> {
            sql.run("INSERT INTO label (id) VALUES ('in flight')");
            copyAsIs(killed);
        });
        try (var library = Database.open(killed, SETTINGS)) {
            assertThat(ids(library)).containsExactly("a", "b");
            assertThat(text(library, "SELECT count(*) FROM pending")).contains("2");
            assertThat(library.damage()).isEmpty();
        }
    }

    private void copyAsIs(Path target) {
        try {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(Path.of(file + "-wal"), Path.of(target + "-wal"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void afterClosingNothingHangsAndTheFileStandsAlone() throws Exception {
        add(db, "a");
        db.close();
        db.close();
        assertThatThrownBy(() -> ids(db)).isInstanceOf(DatabaseException.Failed.class);
        assertThatThrownBy(() -> add(db, "b")).isInstanceOf(DatabaseException.Failed.class);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anyFolderNameWillDo() throws Exception {
        var odd = Files.createDirectories(folder.resolve("what? 100% #1 = ü & file: x"));
        try (var library = Database.open(odd.resolve("database.sqlite"), SETTINGS)) {
            add(library, "a");
            assertThat(ids(library)).containsExactly("a");
        }
        assertThat(odd.resolve("database.sqlite")).isNotEmptyFile();
    }
}
