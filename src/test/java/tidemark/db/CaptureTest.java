package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The triggers of change capture, in every form of SQL that changes a row.
final class CaptureTest {
    private static final long TIME = 1_700_000_000_000L;
    private static final RecordId LABEL = new RecordId("label", "l1");

    @TempDir
    Path folder;

    private Path file;
    private Database db;

    @BeforeEach
    void open() {
        file = folder.resolve("database.sqlite");
        db = Database.open(
                file, Database.Settings.of(LibrarySchema.CURRENT, () -> java.time.Instant.ofEpochMilli(TIME)));
        inSync("INSERT INTO label (n, id, name) VALUES (1, 'l1', 'first'), (2, 'l2', 'second')");
    }

    @AfterEach
    void close() {
        db.close();
    }

    /// Runs statements whose outcome counts as synced long ago.
    private void inSync(String... statements) {
        db.change(sql -> {
            sql.run("INSERT INTO applying VALUES (1)");
            for (var statement : statements) {
                sql.run(statement);
            }
            sql.run("DELETE FROM applying");
        });
    }

    private void change(String... statements) {
        db.change(sql -> {
            for (var statement : statements) {
                sql.run(statement);
            }
        });
    }

    private void elsewhere(String... statements) throws SQLException {
        try (var foreign = new Foreign(file)) {
            foreign.run(statements);
        }
    }

    private List<String> rows(String query) {
        return db.read(sql -> sql.list(query, row -> {
            var text = row.getString(1);
            return text == null ? "-" : text;
        }));
    }

    /// Each pending label, with its base.
    private List<String> pending() {
        return rows("SELECT id || ':' || ifnull(base ->> 'name', 'new') FROM pending WHERE tbl = 'label' ORDER BY id");
    }

    @Test
    void anInsertedRowIsPendingWithoutABase() {
        change("INSERT INTO label (id, name) VALUES ('l3', 'third')");
        assertThat(rows("SELECT base FROM pending")).containsExactly("-");
        assertThat(rows("SELECT tbl || '/' || id FROM pending")).containsExactly("label/l3");
    }

    @Test
    void twentyEditsAreOnePendingRowWithTheFirstBase() {
        for (int i = 0; i < 20; i++) {
            change("UPDATE label SET name = 'edit " + i + "' WHERE id = 'l1'");
        }
        assertThat(pending()).containsExactly("l1:first");
    }

    @Test
    void anEditThatIsTypedBackLeavesARowEqualToItsBase() {
        change("UPDATE label SET name = 'x' WHERE id = 'l1'");
        change("UPDATE label SET name = 'first' WHERE id = 'l1'");
        assertThat(base(LABEL)).isEqualTo(now(LABEL));
    }

    @Test
    void aDeletedRowKeepsItsBaseThroughBeingMadeAgain() {
        change("DELETE FROM label WHERE id = 'l1'");
        assertThat(pending()).containsExactly("l1:first");
        change("INSERT INTO label (id, name) VALUES ('l1', 'again')");
        assertThat(pending()).containsExactly("l1:first");
    }

    @Test
    void aNewRowThatIsEditedAndDeletedIsStillNew() {
        change("INSERT INTO label (id, name) VALUES ('l3', 'third')");
        change("UPDATE label SET name = 'x' WHERE id = 'l3'", "DELETE FROM label WHERE id = 'l3'");
        assertThat(pending()).containsExactly("l3:new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REPLACE INTO label (id, name) VALUES ('l1', 'x')",
                "INSERT OR REPLACE INTO label (id, name) VALUES ('l1', 'x')",
                "INSERT INTO label (id, name) VALUES ('l1', 'x') ON CONFLICT (id) DO UPDATE SET name = excluded.name",
                "UPDATE label SET name = 'x' WHERE id = 'l1'",
                "UPDATE OR REPLACE label SET name = 'x' WHERE id = 'l1'",
                "UPDATE OR IGNORE label SET name = 'x' WHERE id = 'l1'",
                "UPDATE OR FAIL label SET name = NULL WHERE id = 'l1'",
                "DELETE FROM label WHERE id = 'l1'",
                "WITH gone AS (SELECT 'l1' AS id) DELETE FROM label WHERE id IN (SELECT id FROM gone)"
            })
    void anotherToolsEditIsCapturedOnceAndKeepsTheFirstBase(String sql) throws SQLException {
        elsewhere(sql);
        assertThat(pending()).containsExactly("l1:first");
        elsewhere(sql, "REPLACE INTO label (id, name) VALUES ('l1', 'y')");
        assertThat(pending()).containsExactly("l1:first");
    }

    @Test
    void deletingEverythingWithoutWhereIsCapturedRowByRow() throws SQLException {
        elsewhere("DELETE FROM label");
        assertThat(pending()).containsExactly("l1:first", "l2:second");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REPLACE", "INSERT OR REPLACE"})
    void replacingByRowNumberCapturesTheRowThatItRemoves(String verb) throws SQLException {
        elsewhere(verb + " INTO label (n, id, name) VALUES (1, 'l9', 'ninth')");
        assertThat(pending()).containsExactly("l1:first", "l9:new");
    }

    @Test
    void replacingTwoRowsAtOnceCapturesBoth() throws SQLException {
        elsewhere("REPLACE INTO label (n, id, name) VALUES (2, 'l1', 'x')");
        assertThat(pending()).containsExactly("l1:first", "l2:second");
    }

    @Test
    void insertOrIgnoreThatDoesNothingChangesNoRow() throws SQLException {
        elsewhere("INSERT OR IGNORE INTO label (id, name) VALUES ('l1', 'x')");
        assertThat(pending()).isSubsetOf("l1:first");
        assertThat(rows("SELECT name FROM label WHERE id = 'l1'")).containsExactly("first");
    }

    @Test
    void idsAndRowNumbersNeverChange() throws SQLException {
        try (var foreign = new Foreign(file)) {
            for (var sql : List.of(
                    "UPDATE label SET id = 'l7' WHERE id = 'l1'",
                    "UPDATE OR REPLACE label SET id = 'l2' WHERE id = 'l1'",
                    "UPDATE OR IGNORE label SET id = 'l7' WHERE id = 'l1'",
                    "UPDATE label SET n = 7 WHERE id = 'l1'",
                    "UPDATE OR REPLACE label SET rowid = 2 WHERE id = 'l1'",
                    "INSERT INTO label (id) VALUES ('l1') ON CONFLICT (id) DO UPDATE SET id = 'l7'")) {
                assertThatThrownBy(() -> foreign.run(sql)).as(sql).hasMessageContaining("ids never change");
            }
        }
        assertThat(rows("SELECT n || id || name FROM label ORDER BY n")).containsExactly("1l1first", "2l2second");
        assertThat(pending()).isEmpty();
    }

    @Test
    void aBlobIsRefusedInsteadOfStoppingTheCapture() {
        assertThatThrownBy(() -> elsewhere("UPDATE label SET name = x'00ff' WHERE id = 'l1'"))
                .hasMessageContaining("cannot store BLOB value in TEXT column");
        assertThatThrownBy(() -> elsewhere("INSERT INTO project (id, starred) VALUES ('p', 1.5)"))
                .hasMessageContaining("cannot store REAL value in INTEGER column");
    }

    @Test
    void nothingIsCapturedWhileRemoteChangesAreApplied() {
        inSync("UPDATE label SET name = 'theirs' WHERE id = 'l1'", "DELETE FROM label WHERE id = 'l2'");
        inSync("REPLACE INTO label (id, name) VALUES ('l3', 'third')");
        assertThat(pending()).isEmpty();
        change("UPDATE label SET name = 'mine' WHERE id = 'l1'");
        assertThat(pending()).containsExactly("l1:theirs");
    }

    @Test
    void theFlagThatStopsCaptureVanishesWithARollbackAndSoDoesWhatWasCaptured() {
        assertThatThrownBy(() -> db.change(sql -> {
                    sql.run("DELETE FROM label WHERE id = 'l2'");
                    sql.run("INSERT INTO applying VALUES (1)");
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(pending()).isEmpty();
        change("UPDATE label SET name = 'mine' WHERE id = 'l1'");
        assertThat(pending()).containsExactly("l1:first");
    }

    @Test
    void transactionsThatTouchOneRowAreLinkedAndOthersAreNot() {
        change("UPDATE label SET name = 'a' WHERE id = 'l1'");
        change("UPDATE label SET name = 'b' WHERE id = 'l2'");
        assertThat(rows("SELECT 1 FROM tx_link")).isEmpty();
        change("UPDATE label SET name = 'c'", "UPDATE label SET name = 'd'");
        assertThat(rows("SELECT earlier - (SELECT number FROM tx) FROM tx_link ORDER BY 1"))
                .containsExactly("-2", "-1");
        assertThat(rows("SELECT later - (SELECT number FROM tx) FROM tx_link")).containsOnly("0");
        assertThat(rows("SELECT (SELECT number FROM tx) - tx FROM pending ORDER BY 1"))
                .containsExactly("1", "2");
    }

    @Test
    void replacingAPendingRowByRowNumberIsLinkedToItsTransaction() {
        change("UPDATE label SET name = 'a' WHERE id = 'l1'");
        change("REPLACE INTO label (n, id, name) VALUES (1, 'l9', 'ninth')");
        assertThat(rows("SELECT later - earlier FROM tx_link")).containsExactly("1");
    }

    @Test
    void localColumnsAreNeitherCapturedNorWatched() {
        change("UPDATE label SET edited = 5 WHERE id = 'l1'");
        assertThat(pending()).isEmpty();
        change("UPDATE label SET name = 'x' WHERE id = 'l1'");
        assertThat(rows("SELECT base FROM pending")).containsExactly("{\"name\":\"first\",\"colour\":null}");
        assertThat(rows("SELECT edited FROM label WHERE id = 'l1'")).containsExactly(Long.toString(TIME));
    }

    @Test
    void theBaseIsTheRowAsItWasWhateverTextItHeld() {
        var record = new RecordId("note", "n1");
        var row = Row.of(Map.of(
                "title", Value.of("quotes \" ' \\ and \t tab, \u0001 control, \u2028 separator"),
                "body", Value.of("first line\nsecond \uD83C\uDF0A line\r\n{\"json\": [1]}\nüñïçødé"),
                "position", Value.of("[1]"),
                "trashed_at", Value.of(Long.MAX_VALUE - 1)));
        db.change(sql -> {
            sql.run("INSERT INTO applying VALUES (1)");
            new Rows(sql, db.schema()).insert(record, row);
            sql.run("DELETE FROM applying");
        });
        assertThat(now(record)).contains(row);
        change("UPDATE note SET body = 'x', trashed_at = " + Long.MIN_VALUE + " WHERE id = 'n1'");
        assertThat(base(record)).contains(row);
        change("DELETE FROM pending", "DELETE FROM note");
        assertThat(base(record).flatMap(base -> base.get("trashed_at"))).contains(Value.of(Long.MIN_VALUE));
    }

    private Optional<Row> now(RecordId record) {
        return db.read(sql -> new Rows(sql, db.schema()).find(record));
    }

    private Optional<Row> base(RecordId record) {
        return db.read(sql -> sql.text("SELECT base FROM pending WHERE tbl = ? AND id = ?", record.table(), record.id())
                .map(Json::row));
    }

    @Test
    void everySyncedTableCapturesInsertUpdateAndDelete() {
        for (var table : LibrarySchema.CURRENT.tables()) {
            var column = table.columns().getLast().name();
            inSync("INSERT INTO %s (id) VALUES ('old')".formatted(table.name()));
            db.change(sql -> {
                sql.run("PRAGMA defer_foreign_keys = ON");
                sql.run("INSERT INTO %s (id) VALUES ('new')".formatted(table.name()));
                sql.run("UPDATE %s SET %s = NULL WHERE id = 'old'".formatted(table.name(), column));
            });
            assertThat(rows("SELECT id FROM pending WHERE tbl = '" + table.name() + "' ORDER BY id"))
                    .as(table.name())
                    .containsExactly("new", "old");
            change("DELETE FROM pending", "DELETE FROM " + table.name() + " WHERE id = 'old'");
            assertThat(rows("SELECT id FROM pending WHERE tbl = '" + table.name() + "'"))
                    .containsExactly("old");
        }
    }

    @Test
    void anEditOfANoteShowsAsAnEditOfItsProjectAndSendsOnlyTheNote() {
        inSync("INSERT INTO project (id, edited) VALUES ('p', 5)", "INSERT INTO note (id, project) VALUES ('n', 'p')");
        change("UPDATE note SET body = 'x' WHERE id = 'n'");
        assertThat(rows("SELECT tbl FROM pending")).containsExactly("note");
        assertThat(rows("SELECT edited FROM project")).containsExactly(Long.toString(TIME));
    }
}
