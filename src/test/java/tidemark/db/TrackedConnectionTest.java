package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Statements after which a commit is reported, form by form.
final class TrackedConnectionTest extends TrackedFixture {
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
    void whatTriggersWriteElsewhereCountsToo() throws SQLException {
        run("CREATE TRIGGER note AFTER UPDATE ON item BEGIN INSERT INTO history VALUES (OLD.name); END");
        run("CREATE TRIGGER instead INSTEAD OF UPDATE ON shelf BEGIN INSERT INTO history VALUES ('moved'); END");
        run("UPDATE shelf SET name = 'x' WHERE name = 'one'");
        assertTold(1);
        assertThat(Foreign.rows(connection, "SELECT what FROM history")).containsExactly("moved");
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
}
