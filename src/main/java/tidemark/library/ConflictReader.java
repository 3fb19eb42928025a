package tidemark.library;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.conflict.ConflictRow;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.library.Conflict.State;
import tidemark.library.Conflict.Subject;
import tidemark.library.Conflict.Version;
import tidemark.merge.Rule;
import tidemark.schema.LibrarySchema;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// A reader of conflicts together with the records that they are about.
final class ConflictReader {
    /// The conflicts that meet a condition.
    ///
    /// @param condition the SQL after WHERE, including ORDER BY
    List<Conflict> where(Sql sql, Rows rows, String condition, Object... arguments) throws SQLException {
        var conflicts = new ArrayList<Conflict>();
        for (var id : sql.list("SELECT id FROM conflict WHERE " + condition, row -> row.getString(1), arguments)) {
            conflicts.add(conflict(rows, ConflictRow.find(rows, id).orElseThrow()));
        }
        return conflicts;
    }

    private static Conflict conflict(Rows rows, ConflictRow row) throws SQLException {
        var record = row.record();
        var current =
                LibrarySchema.CURRENT.find(record.table()).isPresent() ? rows.find(record) : Optional.<Row>empty();
        return new Conflict(
                row.id().id(),
                new Subject(
                        record, row.field(), current.map(ConflictReader::title).orElse(""), row.rule()),
                row.base(),
                version(row, row.mine(), "mine"),
                version(row, row.theirs(), "theirs"),
                current.map(whole -> part(row, whole)),
                state(row));
    }

    private static Version version(ConflictRow row, Row value, String side) {
        return new Version(value, row.row().text(side + "_device").orElse(""), at(row, side + "_at"));
    }

    private static State state(ConflictRow row) {
        return row.choice()
                .<State>map(choice -> new State.Resolved(
                        choice, row.chosen(), row.row().text("resolved_device", ""), at(row, "resolved_at")))
                .orElseGet(State.Open::new);
    }

    private static Row part(ConflictRow row, Row whole) {
        return row.rule() == Rule.PURGE_EDIT
                ? whole
                : LibrarySchema.CURRENT.table(row.record().table()).fields().stream()
                        .filter(field -> field.name().equals(row.field()))
                        .findFirst()
                        .map(field -> whole.only(field.columnNames()))
                        .orElse(Row.EMPTY);
    }

    private static String title(Row row) {
        return row.text("title").or(() -> row.text("name")).orElse("");
    }

    private static Instant at(ConflictRow row, String column) {
        return Instant.ofEpochMilli(row.row().get(column).orElse(Value.of(0)) instanceof Value.Whole(var at) ? at : 0);
    }
}
