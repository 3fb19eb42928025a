package tidemark.conflict;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tidemark.db.Json;
import tidemark.db.Rows;
import tidemark.merge.Rule;
import tidemark.schema.Column;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Table;
import tidemark.schema.Value;

/// A row of the table of conflicts, read.
///
/// It may come from a newer program, or from one that is mistaken: what it names need not exist.
public record ConflictRow(RecordId id, Row row) {
    static final Table TABLE = LibrarySchema.CONFLICT;
    static final List<String> VERSIONS = columns("versions");
    static final List<String> RESOLUTION = columns("resolution");

    /// The conflict of this id as it stands.
    public static Optional<ConflictRow> find(Rows rows, String id) throws SQLException {
        var record = new RecordId(TABLE.name(), id);
        return rows.find(record).map(row -> new ConflictRow(record, row));
    }

    /// The record that it is about.
    public RecordId record() {
        return new RecordId(text("tbl"), text("record"));
    }

    /// The name of the field that it is about; `record` for the whole of it.
    public String field() {
        return text("field");
    }

    /// Why the two versions could not be merged; for a rule of a newer program, that they are two values.
    public Rule rule() {
        return Rule.of(text("rule")).orElse(Rule.VALUE);
    }

    /// What both versions were made from.
    public Row base() {
        return json("base");
    }

    /// The version of the device that merged.
    public Row mine() {
        return json("mine");
    }

    /// The version that came from elsewhere.
    public Row theirs() {
        return json("theirs");
    }

    /// Whether someone has decided.
    public boolean isResolved() {
        return row.get("resolution").isPresent();
    }

    /// What was chosen, in a word; empty while nobody has.
    public Optional<String> choice() {
        return row.text("resolution");
    }

    /// The value that the field was given, or left with, when someone decided.
    public Row chosen() {
        var resolution = resolution();
        if (resolution.field().isPresent()) {
            return resolution.now();
        }
        return choice().equals(Optional.of(new Choice.Theirs().code())) ? theirs() : mine();
    }

    Resolution resolution() {
        return Resolution.of(row.text("resolved").orElse("{}"));
    }

    /// The columns of the versions, and of the resolution, as they stand.
    Row part(List<String> columns) {
        return row.only(columns);
    }

    String text(String column) {
        return row.text(column).orElse("");
    }

    long number(String column) {
        return row.get(column).orElse(Value.of(0)) instanceof Value.Whole(var number) ? number : 0;
    }

    private Row json(String column) {
        return Json.row(row.text(column).orElse("{}"));
    }

    private static List<String> columns(String field) {
        return TABLE.field(field).columns().stream().map(Column::name).toList();
    }
}
