package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The reasons why the triggers are as they are: simpler ones, as anyone would write them first, fail in each of these
/// ways in SQLite. That ours do not is in [CaptureTest], form by form.
final class NaiveCaptureTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void make() throws SQLException {
        file = folder.resolve("naive.sqlite");
        elsewhere(
                "CREATE TABLE label (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name)",
                "CREATE TABLE pending (tbl TEXT, id TEXT, base TEXT, PRIMARY KEY (tbl, id))",
                "INSERT INTO label (id, name) VALUES ('l1', 'first')",
                naive("insert", "INSERT", "NEW.id, NULL"),
                naive("update", "UPDATE", "OLD.id, json_object('name', OLD.name)"),
                naive("delete", "DELETE", "OLD.id, json_object('name', OLD.name)"));
    }

    private static String naive(String name, String event, String values) {
        return "CREATE TRIGGER naive_%s AFTER %s ON label BEGIN INSERT OR IGNORE INTO pending VALUES ('label', %s); END"
                .formatted(name, event, values);
    }

    private void elsewhere(String... statements) throws SQLException {
        try (var foreign = new Foreign(file)) {
            foreign.run(statements);
        }
    }

    private List<String> pending() throws SQLException {
        try (var foreign = new Foreign(file)) {
            return foreign.rows("SELECT id, base FROM pending ORDER BY id");
        }
    }

    @Test
    void replaceTakesAnOldRowForANewOne() throws SQLException {
        elsewhere("REPLACE INTO label (id, name) VALUES ('l1', 'x')");
        assertThat(pending()).containsExactly("l1|-");
    }

    @Test
    void replaceByRowNumberLosesTheRowThatItRemoves() throws SQLException {
        elsewhere("REPLACE INTO label (n, id, name) VALUES (1, 'l9', 'ninth')");
        assertThat(pending()).containsExactly("l9|-");
    }

    @Test
    void theOuterStatementsConflictClauseOverwritesTheBase() throws SQLException {
        elsewhere("UPDATE label SET name = 'x' WHERE id = 'l1'");
        assertThat(pending()).containsExactly("l1|{\"name\":\"first\"}");
        elsewhere("UPDATE OR REPLACE label SET name = 'y' WHERE id = 'l1'");
        assertThat(pending()).containsExactly("l1|{\"name\":\"x\"}");
    }

    @Test
    void theOuterStatementsConflictClauseStopsTheEdit() throws SQLException {
        elsewhere("UPDATE label SET name = 'x' WHERE id = 'l1'");
        assertThatThrownBy(() -> elsewhere("UPDATE OR ABORT label SET name = 'y' WHERE id = 'l1'"))
                .hasMessageContaining("UNIQUE constraint failed: pending");
    }

    @Test
    void aBlobStopsEveryLaterEdit() throws SQLException {
        elsewhere("INSERT INTO label (id, name) VALUES ('l2', x'00ff')");
        assertThatThrownBy(() -> elsewhere("UPDATE label SET name = 'repaired' WHERE id = 'l2'"))
                .hasMessageContaining("JSON cannot hold BLOB values");
    }

    @Test
    void anIdThatChangesIsTwoRowsOfWhichOneIsUnknown() throws SQLException {
        elsewhere("UPDATE label SET id = 'l7' WHERE id = 'l1'");
        assertThat(pending()).containsExactly("l1|{\"name\":\"first\"}");
    }

    @Test
    void recursiveTriggersAreOffUnlessAskedFor() throws SQLException {
        try (var foreign = new Foreign(file);
                var ours = new LibraryDataSource(file).getConnection()) {
            assertThat(foreign.rows("PRAGMA recursive_triggers")).containsExactly("0");
            assertThat(Foreign.rows(ours, "PRAGMA recursive_triggers")).containsExactly("1");
        }
    }
}
