package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Transactions and connections of an open library.
@Timeout(60)
final class DatabaseTest extends WithDatabase {
    @Test
    void listenersAreToldWhereATransactionComesFrom() throws SQLException {
        var told = new ArrayList<Origin>();
        db.onCommit(told::add);
        db.change(sql -> sql.run("INSERT INTO label (id) VALUES ('a')"));
        db.change(Origin.SYNC, sql -> sql.run("INSERT INTO label (id) VALUES ('b')"));
        var _ = db.write(Origin.UPKEEP, sql -> sql.update("UPDATE label SET name = 'x'"));
        try (var connection = db.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE label SET name = 'y'");
        }
        assertThat(told).containsExactly(Origin.EDIT, Origin.SYNC, Origin.UPKEEP, Origin.EDIT);
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
        db.onCommit(_ -> told.add(transaction()));
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
    void theGuardStandsBeforeEveryUse() {
        Runnable guard = () -> {
            throw new IllegalStateException("not on this thread");
        };
        var settings = new Database.Settings(SETTINGS.schema(), SETTINGS.migrations(), SETTINGS.clock(), guard);
        try (var guarded = Database.open(file, settings)) {
            assertThatThrownBy(() -> ids(guarded)).hasMessage("not on this thread");
            assertThatThrownBy(() -> add(guarded, "x")).hasMessage("not on this thread");
            assertThatThrownBy(() -> guarded.copyTo(folder.resolve("copy"))).hasMessage("not on this thread");
            assertThatThrownBy(guarded::quickCheck).hasMessage("not on this thread");
        }
    }

    @Test
    void plainJdbcIsCapturedAndToldLikeEverythingElse() throws SQLException {
        var told = new ArrayList<String>();
        db.onCommit(_ -> told.add("told"));
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
            assertThat(copied.quickCheck()).isEmpty();
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
            assertThat(library.quickCheck()).isEmpty();
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
