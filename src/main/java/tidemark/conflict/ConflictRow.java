package tidemark.conflict;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tidemark.conflict.ConcurrentEdits.Author;
import tidemark.conflict.ConcurrentEdits.Side;
import tidemark.db.Json;
import tidemark.db.Rows;
import tidemark.merge.Rule;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Table;
import tidemark.schema.Value;

/// A row of the table of conflicts with typed access to its columns.
///
/// It may come from a newer program or a faulty one: the record and field that it names need not exist.
public record ConflictRow(RecordId id, Row row) {
    static final Table TABLE = LibrarySchema.CONFLICT;
    static final List<String> VERSIONS = Stream.concat(columns("versions").stream(), Stream.of(VersionSet.COLUMN))
            .toList();
    static final List<String> RESOLUTION = columns("resolution");

    /// The conflict of this id as it is now.
    public static Optional<ConflictRow> find(Rows rows, String id) throws SQLException {
        var record = new RecordId(TABLE.name(), id);
        return rows.find(record).map(row -> new ConflictRow(record, row));
    }

    /// The record that the conflict is about.
    public RecordId record() {
        return new RecordId(text("tbl"), text("record"));
    }

    /// The name of the conflict's field; `record` for the whole record.
    public String field() {
        return text("field");
    }

    /// The rule that could not merge the two versions; [Rule#VALUE] for a rule of a newer program.
    public Rule rule() {
        return Rule.of(text("rule")).orElse(Rule.VALUE);
    }

    /// The value that all versions were made from; empty where it cannot be read, as are mine and theirs.
    public Row base() {
        return json("base");
    }

    /// The version of the device that merged.
    public Row mine() {
        return json("mine");
    }

    /// The version that came from another device.
    public Row theirs() {
        return json("theirs");
    }

    /// Mine with its author, where the row has one that can be read.
    Optional<Side> mineSide() {
        return side("mine");
    }

    /// Theirs with its author, where the row has one that can be read.
    Optional<Side> theirsSide() {
        return side("theirs");
    }

    private Optional<Side> side(String column) {
        return row.text(column)
                .flatMap(Json::find)
                .map(value -> new Side(value, new Author("", text(column + "_device"), number(column + "_at"))));
    }

    /// The versions as they can be changed; the row itself stays as it is.
    VersionSet versionSet() {
        return VersionSet.of(
                row,
                base(),
                Stream.of(mineSide(), theirsSide()).flatMap(Optional::stream).toList());
    }

    /// All versions by the time of their edit, mine and theirs among them; each value once.
    public List<Side> versions() {
        return versionSet().sides();
    }

    /// Whether there is a version here that the other row lacks.
    public boolean hasMoreThan(ConflictRow other) {
        var known = other.versions().stream().map(Side::value).toList();
        return !known.containsAll(versions().stream().map(Side::value).toList());
    }

    /// The number of further versions that cannot be read.
    public int unreadableVersions() {
        return versionSet().unreadable();
    }

    /// Whether base, mine, theirs and the resolution can be read, as all that programs write can.
    public boolean isReadable() {
        return Stream.of("base", "mine", "theirs", "resolved")
                .allMatch(column -> Json.find(row.text(column, "{}")).isPresent());
    }

    /// Whether the conflict is resolved.
    public boolean isResolved() {
        return row.get("resolution").isPresent();
    }

    /// The code of the choice; empty while the conflict is open.
    public Optional<String> choice() {
        return row.text("resolution");
    }

    /// The value that the resolution gave the field, or left it with.
    public Row chosen() {
        var resolution = resolution();
        if (resolution.field().isPresent()) {
            return resolution.now();
        }
        return choice().equals(Optional.of(new Choice.Theirs().code())) ? theirs() : mine();
    }

    Resolution resolution() {
        return Resolution.of(row.text("resolved", "{}"));
    }

    /// The columns of the versions, or of the resolution, as they are now.
    Row part(List<String> columns) {
        return row.only(columns);
    }

    String text(String column) {
        return row.text(column, "");
    }

    long number(String column) {
        return row.get(column).orElse(Value.of(0)) instanceof Value.Whole(var number) ? number : 0;
    }

    private Row json(String column) {
        return Json.find(row.text(column, "{}")).orElse(Row.EMPTY);
    }

    private static List<String> columns(String field) {
        return TABLE.field(field).columnNames();
    }
}
