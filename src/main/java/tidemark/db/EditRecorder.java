package tidemark.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.schema.Table;

/// A recorder of the rows that the edits of one piece of work change, whatever SQL they use.
///
/// Its triggers and tables are temporary: they belong to the writer's connection alone, are in no file, and do nothing
/// while nobody records.
final class EditRecorder {
    private static final String TABLES = """
            CREATE TEMP TABLE IF NOT EXISTS edit_recording (flag INTEGER);
            CREATE TEMP TABLE IF NOT EXISTS edit_row (
              tbl TEXT NOT NULL, id TEXT NOT NULL, was TEXT, PRIMARY KEY (tbl, id)) WITHOUT ROWID;
            """;

    private final ScopedValue<Consumer<List<RowChange>>> wanted = ScopedValue.newInstance();
    private final Schema schema;

    // Used under the writer's lock.
    private boolean isInstalled;
    private long ownWrites;

    EditRecorder(Schema schema) {
        this.schema = schema;
    }

    /// Runs `work`, and passes to `changes` the rows of each edit that this thread commits meanwhile.
    <T> T during(Consumer<List<RowChange>> changes, Supplier<T> work) {
        return ScopedValue.where(wanted, changes).call(work::get);
    }

    boolean records(Origin origin) {
        return origin == Origin.EDIT && wanted.isBound();
    }

    /// Creates the triggers, once. Not inside a transaction, which could be undone.
    void install(Sql sql) throws SQLException {
        if (isInstalled) {
            return;
        }
        for (var statement : new Script(TABLES).statements()) {
            sql.run(statement);
        }
        for (var table : schema.tables()) {
            sql.run(trigger(table, "BEFORE INSERT", "NEW", present(table)));
            sql.run(trigger(table, "AFTER UPDATE", "OLD", ChangeCapture.json(table, "OLD")));
            sql.run(trigger(table, "AFTER DELETE", "OLD", ChangeCapture.json(table, "OLD")));
        }
        isInstalled = true;
    }

    /// The row of the same id that an insert may replace; NULL where there is none.
    private static String present(Table table) {
        return "(SELECT %s FROM main.\"%s\" AS old WHERE old.id = NEW.id)"
                .formatted(ChangeCapture.json(table, "old"), table.name());
    }

    private static String trigger(Table table, String event, String row, String was) {
        var watched = event.endsWith("UPDATE")
                ? table.columnNames().stream().map(ChangeCapture::quoted).collect(Collectors.joining(", ", " OF ", ""))
                : "";
        return """
                CREATE TEMP TRIGGER IF NOT EXISTS "edit_%1$s_%2$s" %3$s%4$s ON main."%1$s"
                WHEN EXISTS (SELECT 1 FROM edit_recording) BEGIN
                  INSERT INTO edit_row (tbl, id, was) SELECT '%1$s', %5$s.id, %6$s
                    WHERE NOT EXISTS (SELECT 1 FROM edit_row WHERE tbl = '%1$s' AND id = %5$s.id);
                END""".formatted(table.name(), event.substring(event.indexOf(' ') + 1), event, watched, row, was);
    }

    /// Begins to record in this transaction.
    void begin(Sql sql) throws SQLException {
        sql.update("INSERT INTO edit_recording (flag) VALUES (1)");
    }

    /// The rows that the transaction has changed so far, parents before children; the recording ends with it.
    List<RowChange> end(Sql sql) throws SQLException {
        var changes = new ArrayList<RowChange>();
        for (var table : schema.tables()) {
            changes.addAll(sql.list(
                    """
                            SELECT edit_row.id, edit_row.was, CASE WHEN now.id IS NOT NULL THEN %1$s END
                            FROM edit_row LEFT JOIN main."%2$s" AS now ON now.id = edit_row.id
                            WHERE edit_row.tbl = '%2$s' ORDER BY edit_row.id""".formatted(ChangeCapture.json(table, "now"), table.name()), result -> change(table, result)));
        }
        var rows = sql.update("DELETE FROM edit_row");
        ownWrites = 2L * rows + 1 + sql.update("DELETE FROM edit_recording");
        changes.removeIf(RowChange::isNothing);
        return changes;
    }

    /// The number of rows that the recording itself wrote and removed in this transaction; 0 when asked again.
    long takeOwnWrites() {
        var writes = ownWrites;
        ownWrites = 0;
        return writes;
    }

    /// Reports the rows of a transaction that is durable.
    void report(List<RowChange> changes) {
        if (!changes.isEmpty()) {
            wanted.get().accept(changes);
        }
    }

    private static RowChange change(Table table, ResultSet result) throws SQLException {
        return new RowChange(
                new RecordId(table.name(), result.getString(1)), row(result.getString(2)), row(result.getString(3)));
    }

    private static Optional<Row> row(@Nullable String json) {
        return Optional.ofNullable(json).map(Json::row);
    }
}
