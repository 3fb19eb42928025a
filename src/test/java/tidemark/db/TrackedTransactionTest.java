package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The moments at which transactions are reported, however they begin and end.
final class TrackedTransactionTest extends TrackedFixture {
    @Test
    void theListenerRunsWhenAnotherConnectionAlreadySeesTheRows() throws SQLException {
        run("BEGIN", "INSERT INTO item (name) VALUES ('three')", "INSERT INTO item (name) VALUES ('four')", "COMMIT");
        assertThat(told).containsExactly(List.of("one", "two", "three", "four"));
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
        source.onCommit(_ -> {
            throw new IllegalStateException("on purpose");
        });
        source.onCommit(_ -> after.add("told"));
        run("DELETE FROM item WHERE id = 1");
        assertThat(after).containsExactly("told");
        assertThat(seenElsewhere()).containsExactly("two");
    }

    @Test
    void aListenerMayReadThroughTheConnectionThatTellsIt() throws SQLException {
        var counts = new ArrayList<String>();
        source.onCommit(_ -> counts.addAll(count()));
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
