package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TrackedConnectionTest {
    @TempDir
    Path folder;

    private Path file;
    private LibraryDataSource source;
    private TrackedConnection connection;
    private long before;

    /// What another connection saw in `item` at each call of the listener.
    private final List<List<String>> told = new ArrayList<>();

    @BeforeEach
    void open() throws SQLException {
        file = folder.resolve("tracked.sqlite");
        source = new LibraryDataSource(file);
        connection = source.getConnection();
        run(
                "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT UNIQUE)",
                "CREATE TABLE history (what TEXT)",
                "CREATE TABLE part (id INTEGER PRIMARY KEY, item INTEGER REFERENCES item DEFERRABLE INITIALLY DEFERRED)",
                "CREATE VIEW shelf AS SELECT name FROM item",
                "CREATE TRIGGER shelf_insert INSTEAD OF INSERT ON shelf BEGIN"
                        + " INSERT INTO item (name) VALUES (NEW.name); END",
                "CREATE VIEW sink AS SELECT name FROM item",
                "CREATE TRIGGER sink_insert INSTEAD OF INSERT ON sink BEGIN SELECT 1; END");
        assertThat(connection.committedWrites()).as("DDL alone changes no row").isZero();
        run("INSERT INTO item (id, name) VALUES (1, 'one'), (2, 'two')");
        assertThat(connection.committedWrites()).isEqualTo(1);
        run("CREATE VIRTUAL TABLE words USING fts5 (text)");
        before = connection.committedWrites();
        source.onCommit(() -> told.add(seenElsewhere()));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private List<String> seenElsewhere() {
        try (var other = new Foreign(file)) {
            return other.rows("SELECT name FROM item ORDER BY id");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String... statements) throws SQLException {
        for (var sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    private void assertTold(int times) {
        assertThat(told).hasSize(times);
        assertThat(connection.committedWrites()).isEqualTo(before + times);
        assertThat(connection.hasWrites()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO item (name) VALUES ('three')",
                "INSERT INTO item (name) VALUES ('three'), ('four'), ('five')",
                "INSERT INTO item (name) SELECT name || '!' FROM item",
                "UPDATE item SET name = 'uno' WHERE id = 1",
                "UPDATE item SET name = name",
                "DELETE FROM item WHERE id = 1",
                "DELETE FROM item",
                "WITH new (name) AS (VALUES ('three')) INSERT INTO item (name) SELECT name FROM new",
                "/* SELECT */ -- really\n  insert into item (name) values ('three')",
                "REPLACE INTO item (id, name) VALUES (1, 'uno')",
                "INSERT OR REPLACE INTO item (id, name) VALUES (3, 'one')",
                "INSERT OR IGNORE INTO item (name) VALUES ('one'), ('three')",
                "UPDATE OR REPLACE item SET name = 'two' WHERE id = 1",
                "INSERT INTO item (name) VALUES ('one') ON CONFLICT (name) DO UPDATE SET name = 'uno'",
                "INSERT INTO shelf (name) VALUES ('three')",
                "INSERT INTO words (text) VALUES ('full text')",
                "INSERT INTO item (name) VALUES ('three') RETURNING id",
                "PRAGMA user_version = 7; INSERT INTO item (name) VALUES ('three')"
            })
    void aStatementThatChangesRowsIsToldOnceWhetherCommittedByItselfOrByHand(String sql) throws SQLException {
        update(sql);
        assertTold(1);

        connection.setAutoCommit(false);
        run("UPDATE item SET name = 'first' WHERE id = (SELECT min(id) FROM item)", "DELETE FROM item WHERE id > 2");
        run("INSERT INTO history VALUES ('so that something is changed')");
        assertThat(connection.hasWrites()).isTrue();
        assertThat(told).hasSize(1);
        connection.commit();
        assertTold(2);
    }

    private void update(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (sql.contains("RETURNING")) {
                statement.execute(sql);
            } else {
                statement.executeUpdate(sql);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM item",
                "WITH all_of_them AS (SELECT * FROM item) SELECT count(*) FROM all_of_them",
                "UPDATE item SET name = 'x' WHERE id = 99",
                "DELETE FROM item WHERE id = 99",
                "INSERT OR IGNORE INTO item (id, name) VALUES (1, 'again')",
                "INSERT INTO item (id, name) VALUES (1, 'again') ON CONFLICT DO NOTHING",
                "INSERT INTO item (name) SELECT name FROM item WHERE 0",
                "INSERT INTO sink (name) VALUES ('swallowed')",
                "CREATE TABLE another (x)",
                "CREATE INDEX item_name ON item (name DESC)",
                "PRAGMA user_version = 7",
                "PRAGMA wal_checkpoint(TRUNCATE)",
                "EXPLAIN INSERT INTO item (name) VALUES ('three')",
                "VACUUM",
                "ANALYZE",
                "BEGIN IMMEDIATE; COMMIT",
                "BEGIN; INSERT INTO item (name) VALUES ('three'); ROLLBACK"
            })
    void aStatementThatChangesNoRowIsNotTold(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            if (sql.contains("; ")) {
                statement.executeUpdate(sql);
            } else {
                statement.execute(sql);
            }
        }
        assertTold(0);
    }

    @Test
    void theListenerRunsWhenAnotherConnectionAlreadySeesTheRows() throws SQLException {
        run("BEGIN", "INSERT INTO item (name) VALUES ('three')", "INSERT INTO item (name) VALUES ('four')", "COMMIT");
        assertThat(told).containsExactly(List.of("one", "two", "three", "four"));
    }

    @Test
    void whatTriggersWriteElsewhereCountsToo() throws SQLException {
        run("CREATE TRIGGER note AFTER UPDATE ON item BEGIN INSERT INTO history VALUES (OLD.name); END");
        run("CREATE TRIGGER instead INSTEAD OF UPDATE ON shelf BEGIN INSERT INTO history VALUES ('moved'); END");
        run("UPDATE shelf SET name = 'x' WHERE name = 'one'");
        assertTold(1);
        assertThat(Foreign.rows(connection, "SELECT what FROM history")).containsExactly("moved");
    }

    @Test
    void workThatIsRolledBackIsNotToldAndLeavesNoTrace() throws SQLException {
        run("BEGIN", "DELETE FROM item");
        assertThat(connection.hasWrites()).isTrue();
        run("ROLLBACK");
        assertTold(0);

        run("BEGIN", "UPDATE item SET name = 'x' WHERE id = 99", "COMMIT");
        assertTold(0);
    }

    @Test
    void jdbcTransactionsAreToldAtCommitAndNotAtRollback() throws SQLException {
        connection.setAutoCommit(false);
        run("INSERT INTO item (name) VALUES ('three')");
        connection.rollback();
        connection.commit();
        assertTold(0);

        run("INSERT INTO item (name) VALUES ('three')");
        connection.setAutoCommit(true);
        assertTold(1);
    }

    @Test
    void aBatchInOneTransactionIsToldOnce() throws SQLException {
        connection.setAutoCommit(false);
        batch("a", "b", "c");
        assertThat(told).isEmpty();
        connection.commit();
        assertTold(1);
    }

    @Test
    void aBatchInAutocommitIsToldOncePerTransactionThatItIs() throws SQLException {
        batch("a", "b", "c");
        assertTold(3);
    }

    @Test
    void aBatchThatFailsMidwayIsToldForWhatItHadCommitted() {
        assertThatThrownBy(() -> batch("a", "b", "one", "c")).isInstanceOf(SQLException.class);
        assertTold(2);
        assertThat(told.getLast()).containsExactly("one", "two", "a", "b");
    }

    private void batch(String... names) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO item (name) VALUES (?)")) {
            for (var name : names) {
                statement.setString(1, name);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Test
    void aBatchOfTextsIsToldToo() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.addBatch("SELECT 1 WHERE 0");
            statement.addBatch("UPDATE item SET name = 'x' WHERE id = 99");
            statement.addBatch("DELETE FROM item WHERE id = 1");
            statement.executeBatch();
        }
        assertTold(1);
    }

    @Test
    void generatedKeysAreReadWithoutASecondWord() throws SQLException {
        try (var statement = connection.prepareStatement(
                "INSERT INTO item (name) VALUES ('three')", Statement.RETURN_GENERATED_KEYS)) {
            statement.executeUpdate();
            try (var keys = statement.getGeneratedKeys()) {
                assertThat(keys.next()).isTrue();
                assertThat(keys.getLong(1)).isEqualTo(3);
            }
        }
        assertTold(1);
    }

    @Test
    void insertReturningIsToldWhenItsResultHasBeenRead() throws SQLException {
        try (var statement =
                connection.prepareStatement("INSERT INTO item (name) VALUES ('three'), ('four') RETURNING id")) {
            try (var rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getLong(1)).isEqualTo(3);
            }
            assertThat(told).containsExactly(List.of("one", "two", "three", "four"));
        }
        assertTold(1);
    }

    @Test
    void insertReturningLeftOpenIsToldWhenTheConnectionIsClosed() throws SQLException {
        var statement = connection.createStatement();
        var rows = statement.executeQuery("INSERT INTO item (name) VALUES ('three'), ('four') RETURNING id");
        assertThat(rows.next()).isTrue();
        connection.close();
        assertThat(told).containsExactly(List.of("one", "two", "three", "four"));
    }

    @Test
    void aReleasedSavepointIsPartOfItsTransaction() throws SQLException {
        connection.setAutoCommit(false);
        var savepoint = connection.setSavepoint();
        run("INSERT INTO item (name) VALUES ('three')");
        connection.releaseSavepoint(savepoint);
        assertThat(told).isEmpty();
        connection.commit();
        assertTold(1);
    }

    @Test
    void anOutermostSavepointBySqlTextIsATransaction() throws SQLException {
        run("SAVEPOINT a", "SAVEPOINT b", "INSERT INTO item (name) VALUES ('three')", "RELEASE b");
        assertThat(told).isEmpty();
        run("RELEASE a");
        assertTold(1);
    }

    @Test
    void aSavepointRolledBackBesideRealWorkIsToldOnce() throws SQLException {
        run("BEGIN", "INSERT INTO item (name) VALUES ('three')", "SAVEPOINT s", "DELETE FROM item", "ROLLBACK TO s");
        run("COMMIT");
        assertTold(1);
        assertThat(told.getFirst()).containsExactly("one", "two", "three");
    }

    @Test
    void aSavepointRolledBackAloneIsAtMostAFalseAlarm() throws SQLException {
        run("BEGIN", "SAVEPOINT s", "DELETE FROM item", "ROLLBACK TO s", "COMMIT");
        assertThat(told).hasSizeLessThanOrEqualTo(1);
        told.clear();
        run("BEGIN", "UPDATE item SET name = 'x' WHERE id = 99", "COMMIT");
        assertThat(told).isEmpty();
    }

    @Test
    void statementsInsideAResultLoopAreToldWithTheirTransaction() throws SQLException {
        connection.setAutoCommit(false);
        try (var reading = connection.createStatement();
                var rows = reading.executeQuery("SELECT id FROM item ORDER BY id")) {
            while (rows.next()) {
                run("INSERT INTO history VALUES ('saw " + rows.getLong(1) + "')");
            }
        }
        assertThat(told).isEmpty();
        connection.commit();
        assertTold(1);
    }

    @Test
    void twoConnectionsAreToldApart() throws SQLException {
        try (var other = source.getConnection();
                var statement = other.createStatement()) {
            run("BEGIN");
            assertThat(Foreign.rows(connection, "SELECT count(*) FROM item")).containsExactly("2");
            statement.execute("INSERT INTO item (name) VALUES ('three')");
            assertThat(other.committedWrites()).isEqualTo(1);
            assertThat(connection.hasWrites()).isFalse();
            run("COMMIT");
            assertThat(connection.committedWrites()).isEqualTo(before);
            assertThat(told).hasSize(1);
        }
    }

    @Test
    void aCommitThatAForeignKeyStopsIsToldOnceItIsRepaired() throws SQLException {
        run("BEGIN", "INSERT INTO part (id, item) VALUES (1, 77)");
        assertThatThrownBy(() -> run("COMMIT")).isInstanceOf(SQLException.class).hasMessageContaining("FOREIGN KEY");
        assertThat(told).isEmpty();
        assertThat(connection.hasWrites()).isTrue();
        run("UPDATE part SET item = 1", "COMMIT");
        assertTold(1);
    }

    @Test
    void aStatementThatFailsMidwayIsNotTold() {
        assertThatThrownBy(() -> run("INSERT INTO item (name) VALUES ('three'), ('one')"))
                .isInstanceOf(SQLException.class);
        assertTold(0);
        assertThatThrownBy(() -> run("INSERT OR ROLLBACK INTO item (name) VALUES ('three'), ('one')"))
                .isInstanceOf(SQLException.class);
        assertTold(0);
    }

    @Test
    void whatOrFailKeepsOfAFailedStatementIsTold() {
        assertThatThrownBy(() -> run("INSERT OR FAIL INTO item (name) VALUES ('three'), ('one')"))
                .isInstanceOf(SQLException.class);
        assertTold(1);
        assertThat(told.getFirst()).containsExactly("one", "two", "three");
    }

    @Test
    void aFailedStatementInsideATransactionDoesNotHideTheOthers() throws SQLException {
        run("BEGIN", "INSERT INTO item (name) VALUES ('three')");
        assertThatThrownBy(() -> run("INSERT INTO item (name) VALUES ('one')")).isInstanceOf(SQLException.class);
        run("COMMIT");
        assertTold(1);
    }

    @Test
    void aScriptThatLeavesATransactionOpenIsToldOfBoth() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "INSERT INTO item (name) VALUES ('three'); BEGIN; INSERT INTO item (name) VALUES ('4')");
        }
        assertThat(told).containsExactly(List.of("one", "two", "three"));
        assertThat(connection.hasWrites()).isTrue();
        run("COMMIT");
        assertTold(2);
        assertThat(told.getLast()).containsExactly("one", "two", "three", "4");
    }

    @Test
    void closingWithAnOpenTransactionTellsNothing() throws SQLException {
        run("BEGIN", "DELETE FROM item");
        connection.close();
        assertThat(told).isEmpty();
        assertThat(seenElsewhere()).containsExactly("one", "two");
    }

    @Test
    void aListenerThatFailsUndoesNothingAndStopsNoOther() throws SQLException {
        var after = new ArrayList<String>();
        source.onCommit(() -> {
            throw new IllegalStateException("on purpose");
        });
        source.onCommit(() -> after.add("told"));
        run("DELETE FROM item WHERE id = 1");
        assertThat(after).containsExactly("told");
        assertThat(seenElsewhere()).containsExactly("two");
    }

    @Test
    void aListenerMayReadThroughTheConnectionThatTellsIt() throws SQLException {
        var counts = new ArrayList<String>();
        source.onCommit(() -> counts.addAll(count()));
        run("DELETE FROM item WHERE id = 1");
        assertThat(counts).containsExactly("1");
    }

    private List<String> count() {
        try {
            return Foreign.rows(connection, "SELECT count(*) FROM item");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void noWayAroundLeadsToAnUntrackedConnection() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1")) {
            assertThat(statement.getConnection()).isSameAs(connection);
            assertThat(rows.getStatement()).isEqualTo(statement);
            assertThat(statement).isNotEqualTo(connection);
        }
        assertThat(connection.isWrapperFor(TrackedConnection.class)).isTrue();
        assertThat(connection.unwrap(TrackedConnection.class)).isSameAs(connection);
    }
}
