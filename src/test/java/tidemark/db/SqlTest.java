package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.schema.Value;

/// The statements of one connection: bound arguments, results and errors.
final class SqlTest {
    @TempDir
    Path folder;

    private TrackedConnection connection;
    private Sql sql;

    @BeforeEach
    void open() throws SQLException {
        connection = new LibraryDataSource(folder.resolve("sql.sqlite")).getConnection();
        sql = new Sql(connection);
        sql.run("CREATE TABLE tree (id INTEGER PRIMARY KEY, parent INTEGER, name ANY) STRICT");
        sql.run("INSERT INTO tree VALUES (1, 0, 'root'), (2, 1, 'left'), (3, 1, 'right'), (4, 2, 'leaf')");
    }

    @AfterEach
    void close() throws SQLException {
        sql.close();
        connection.close();
    }

    @Test
    void everyKindOfArgumentIsBound() throws SQLException {
        assertThat(sql.text("SELECT typeof(?)", "text")).contains("text");
        assertThat(sql.text("SELECT typeof(?)", 1)).contains("integer");
        assertThat(sql.number("SELECT ?", Long.MAX_VALUE)).hasValue(Long.MAX_VALUE);
        assertThat(sql.text("SELECT typeof(?)", (Object) new byte[] {1})).contains("blob");
        assertThat(sql.text("SELECT typeof(?)", Value.of("x"))).contains("text");
        assertThat(sql.number("SELECT ?", Value.of(7))).hasValue(7);
        assertThat(sql.text("SELECT ?", Optional.of(Value.of("inside")))).contains("inside");
        assertThat(sql.text("SELECT typeof(?)", Optional.empty())).contains("null");
        assertThatThrownBy(() -> sql.text("SELECT ?", 1.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void absenceIsEmpty() throws SQLException {
        assertThat(sql.text("SELECT name FROM tree WHERE id = ?", 99)).isEmpty();
        assertThat(sql.text("SELECT NULL")).isEmpty();
        assertThat(sql.number("SELECT NULL")).isEqualTo(OptionalLong.empty());
        assertThat(sql.number("SELECT id FROM tree WHERE id = ?", 99)).isEmpty();
        assertThat(sql.first("SELECT id FROM tree WHERE id = 99", row -> row.getLong(1)))
                .isEmpty();
        assertThat(sql.exists("SELECT 1 FROM tree WHERE id = ?", 1)).isTrue();
        assertThat(sql.exists("SELECT 1 FROM tree WHERE id = ?", 99)).isFalse();
    }

    @Test
    void theSameStatementMayRunInsideItsOwnRows() throws SQLException {
        assertThat(below(0)).containsExactly("root", "left", "leaf", "right");
    }

    private List<String> below(long parent) throws SQLException {
        var names = new ArrayList<String>();
        sql.each(
                "SELECT id, name FROM tree WHERE parent = ? ORDER BY id",
                row -> {
                    names.add(row.getString("name"));
                    names.addAll(below(row.getLong("id")));
                },
                parent);
        return names;
    }

    @Test
    void anArgumentThatIsForgottenIsNeitherNullNorTheOneBefore() throws SQLException {
        assertThatThrownBy(() -> sql.update("UPDATE tree SET name = ? WHERE id = ?", "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 arguments wanted, 1 given");
        sql.update("UPDATE tree SET name = ? WHERE id = ?", "x", 1);
        sql.update("UPDATE tree SET name = ? WHERE id = ?", "y");
        assertThat(sql.text("SELECT name FROM tree WHERE id = 1")).contains("x");
    }

    @Test
    void aStatementIsUsableAfterItFailed() throws SQLException {
        var insert = "INSERT INTO tree (id, name) VALUES (?, ?)";
        assertThatThrownBy(() -> sql.update(insert, 1, "again")).isInstanceOf(SQLException.class);
        assertThat(sql.update(insert, 5, "fifth")).isEqualTo(1);
    }

    @Test
    void thousandsOfDifferentStatementsDoNotPileUp() throws SQLException {
        for (int i = 0; i < 3000; i++) {
            assertThat(sql.number("SELECT id + " + i + " FROM tree WHERE id = ?", 1))
                    .hasValue(i + 1);
        }
        assertThat(sql.prepared()).isLessThanOrEqualTo(200);
    }
}
