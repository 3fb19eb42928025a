package tidemark.db;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import tidemark.schema.RecordId;
import tidemark.schema.Table;

/// Change capture by SQL triggers: they keep, for each row with unsent edits, its base:
/// its values when it was last in sync.
///
/// No Java code queues an edit: every write of a synced row, by whatever tool, fires them in its own transaction.
///
/// Each trap they avoid was seen in SQLite:
///
/// - `REPLACE` fires no delete trigger unless `recursive_triggers` is on, which another tool's connection has not. So
///   the row that is there is recorded *before* every insert.
/// - The conflict clause of the outer statement overrides `OR IGNORE` inside a trigger: `INSERT OR REPLACE` by the
///   person would replace the base. So each is `INSERT … SELECT … WHERE NOT EXISTS`.
/// - A BLOB makes `json_object` fail. So the tables are STRICT.
public final class ChangeCapture {
    private ChangeCapture() {}

    /// Work on the rows that is not captured.
    ///
    /// @param <E> what it may throw besides
    @FunctionalInterface
    public interface Uncaptured<E extends Exception> {
        /// Does the work.
        void run() throws SQLException, E;
    }

    /// Runs `work` in this transaction with capture off: what it writes is in sync already. A failure must end the
    /// transaction, which takes the switch back as well.
    public static <E extends Exception> void suspended(Sql sql, Uncaptured<E> work) throws SQLException, E {
        sql.update("INSERT INTO applying (flag) VALUES (1)");
        work.run();
        sql.update("DELETE FROM applying");
    }

    /// Forgets that the row has unsent edits, where it is again as it was when it was last in sync and is not on its
    /// way.
    public static void dropUnchanged(Sql sql, Table table, RecordId record) throws SQLException {
        sql.update("""
                DELETE FROM pending WHERE tbl = ?1 AND id = ?2
                AND NOT EXISTS (SELECT 1 FROM outgoing_row WHERE tbl = ?1 AND id = ?2)
                AND base IS (SELECT %s FROM "%s" AS now WHERE id = ?2)""".formatted(json(table, "now"), table.name()), table.name(), record.id());
    }

    /// The statements that create the triggers of `table`, dropping older ones first.
    static List<String> triggers(Table table) {
        return List.of(
                drop(table, "insert"),
                drop(table, "update"),
                drop(table, "delete"),
                drop(table, "id"),
                beforeInsert(table),
                afterUpdate(table),
                afterDelete(table),
                idsStay(table));
    }

    /// A JSON object of the synced columns of the row called `row`; NULLs are included, and left out when read.
    static String json(Table table, String row) {
        return table.columns().stream()
                .map(column -> "'%s', %s.%s".formatted(column.name(), row, quoted(column.name())))
                .collect(Collectors.joining(", ", "json_object(", ")"));
    }

    private static String drop(Table table, String event) {
        return "DROP TRIGGER IF EXISTS capture_%s_%s".formatted(table.name(), event);
    }

    /// Records the row of the same id, if any, and the row of the same row number, which `REPLACE` removes as well.
    private static String beforeInsert(Table table) {
        var base = "(SELECT %s FROM \"%s\" AS old WHERE old.id = NEW.id)".formatted(json(table, "old"), table.name());
        return """
                CREATE TRIGGER capture_%1$s_insert BEFORE INSERT ON "%1$s"
                WHEN NOT EXISTS (SELECT 1 FROM applying) BEGIN
                  %2$s
                  %3$s
                  INSERT INTO pending (tbl, id, base, tx)
                    SELECT '%1$s', old.id, %4$s, (SELECT number FROM tx) FROM "%1$s" AS old
                    WHERE old.n = NEW.n AND old.id <> NEW.id
                      AND NOT EXISTS (SELECT 1 FROM pending WHERE tbl = '%1$s' AND id = old.id);
                END""".formatted(
                        table.name(),
                        record(table, base, "NEW"),
                        link(table, "(SELECT id FROM \"%s\" WHERE n = NEW.n AND id <> NEW.id)".formatted(table.name())),
                        json(table, "old"));
    }

    /// Records the row before the edit. Only synced columns are watched; the time of the edit is local and set here.
    private static String afterUpdate(Table table) {
        var columns = table.columnNames().stream().map(ChangeCapture::quoted).collect(Collectors.joining(", "));
        return """
                CREATE TRIGGER capture_%1$s_update AFTER UPDATE OF %2$s ON "%1$s"
                WHEN NOT EXISTS (SELECT 1 FROM applying) BEGIN
                  %3$s
                  UPDATE "%1$s" SET edited = (SELECT at FROM tx) WHERE n = NEW.n;
                END""".formatted(table.name(), columns, record(table, json(table, "OLD"), "OLD"));
    }

    private static String afterDelete(Table table) {
        return """
                CREATE TRIGGER capture_%1$s_delete AFTER DELETE ON "%1$s"
                WHEN NOT EXISTS (SELECT 1 FROM applying) BEGIN
                  %2$s
                END""".formatted(table.name(), record(table, json(table, "OLD"), "OLD"));
    }

    /// Refuses to change an id. The trigger is not `OF id, n`, because the row number has other names, such as `rowid`.
    private static String idsStay(Table table) {
        return """
                CREATE TRIGGER capture_%1$s_id BEFORE UPDATE ON "%1$s"
                WHEN NEW.id IS NOT OLD.id OR NEW.n IS NOT OLD.n BEGIN
                  SELECT RAISE(ABORT, 'ids never change');
                END""".formatted(table.name());
    }

    /// Records the base unless there is one; SQLite computes the JSON only then.
    private static String record(Table table, String base, String row) {
        var link = link(table, row + ".id");
        return """
                %4$s
                  INSERT INTO pending (tbl, id, base, tx)
                    SELECT '%1$s', %3$s.id, %2$s, (SELECT number FROM tx)
                    WHERE NOT EXISTS (SELECT 1 FROM pending
                                      WHERE tbl = '%1$s' AND id = %3$s.id);""".formatted(table.name(), base, row, link);
    }

    /// Records that this transaction touched a row of an earlier one: such transactions are always sent together.
    private static String link(Table table, String id) {
        return """
                INSERT INTO tx_link (earlier, later)
                    SELECT tx, (SELECT number FROM tx) FROM pending
                    WHERE tbl = '%1$s' AND id = %2$s AND tx <> (SELECT number FROM tx)
                      AND NOT EXISTS (SELECT 1 FROM tx_link
                                      WHERE earlier = pending.tx
                                        AND later = (SELECT number FROM tx));""".formatted(table.name(), id);
    }

    static String quoted(String name) {
        return '"' + name + '"';
    }
}
