package tidemark.conflict;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tidemark.conflict.ConcurrentEdits.Side;
import tidemark.db.DerivedId;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.schema.Column;
import tidemark.schema.Field;
import tidemark.schema.LibrarySchema;
import tidemark.schema.MergeKind;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.schema.Table;
import tidemark.schema.Value;

/// The further records of *Keep both*: for each other version a copy of the record with it, and with everything that
/// belongs to the record.
///
/// All ids follow from the conflict's and, but for theirs, the version's: two devices that keep both make the same.
final class RecordCopy {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final Sql sql;
    private final Rows rows;
    private final Schema schema;
    private final ConflictRow conflict;
    private final Side version;

    RecordCopy(Sql sql, Rows rows, Schema schema, ConflictRow conflict, Side version) {
        this.sql = sql;
        this.rows = rows;
        this.schema = schema;
        this.conflict = conflict;
        this.version = version;
    }

    /// The versions other than mine.
    static List<Side> others(ConflictRow conflict) {
        return conflict.versions().stream()
                .filter(version -> !version.value().equals(conflict.mine()))
                .toList();
    }

    /// Whether a second row like one of this table can exist: a label's cannot, as its id follows from its name.
    static boolean isPossible(Table table) {
        return table.trash().isPresent() && title(table).isPresent();
    }

    /// The title of the copy: "River (from Laptop, 23 Nov)".
    static String title(Table table, ConflictRow conflict, Side version, Row current) {
        var column = title(table).orElseThrow();
        var title = (conflict.field().equals(column) ? version.value() : current).text(column, "");
        var author = version.author();
        var day = author.at() == 0
                ? ""
                : ", " + DAY.format(Instant.ofEpochMilli(author.at()).atZone(ZoneOffset.UTC));
        return "%s (from %s%s)".formatted(title, author.name(), day).strip();
    }

    private static Optional<String> title(Table table) {
        return table.fields().stream()
                .filter(field ->
                        field.kind() == MergeKind.VALUE && field.columns().size() == 1)
                .map(field -> field.columns().getFirst())
                .filter(column ->
                        column.type() == Column.Type.TEXT && column.references().isEmpty())
                .map(Column::name)
                .findFirst();
    }

    /// Makes the copy, or takes the one made before out of the trash, and returns its id.
    String make() throws SQLException {
        var table = schema.table(conflict.record().table());
        var copy = new RecordId(table.name(), id());
        var current = rows.find(conflict.record()).orElseThrow();
        if (rows.find(copy).isPresent()) {
            rows.update(copy, List.of(table.trash().orElseThrow().name()), Row.EMPTY);
        } else {
            rows.insert(copy, copied(table, current));
            copyInside(copy);
        }
        return copy.id();
    }

    private String id() {
        return version.value().equals(conflict.theirs())
                ? DerivedId.of("copy", conflict.id().id())
                : DerivedId.of("copy", conflict.id().id(), KeptVersion.hash(version.value()));
    }

    private Row copied(Table table, Row current) {
        var field = table.field(conflict.field());
        var names = field.columnNames();
        return current.without(names)
                .overlaid(version.value().only(names))
                .without(List.of(table.trash().orElseThrow().name()))
                .with(title(table).orElseThrow(), Optional.of(Value.of(title(table, conflict, version, current))));
    }

    private void copyInside(RecordId copy) throws SQLException {
        for (var table : schema.tables()) {
            for (var field : table.fields()) {
                for (var column : field.columns()) {
                    if (isOwner(field, column)) {
                        copyRows(table, column, copy);
                    }
                }
            }
        }
    }

    /// Whether rows that refer to the record by this column belong to it: a note belongs to its project, and so does
    /// its label's membership; a project does not belong to its collection.
    private boolean isOwner(Field field, Column column) {
        return column.references().equals(Optional.of(conflict.record().table()))
                && (field.kind() == MergeKind.VALUE || field.kind() == MergeKind.MEMBERSHIP);
    }

    private void copyRows(Table table, Column owner, RecordId copy) throws SQLException {
        var ids = sql.list(
                "SELECT id FROM \"%s\" WHERE \"%s\" = ? ORDER BY id".formatted(table.name(), owner.name()),
                row -> row.getString(1),
                conflict.record().id());
        for (var id : ids) {
            var row = rows.find(new RecordId(table.name(), id)).orElseThrow();
            var now = row.with(owner.name(), Optional.of(Value.of(copy.id())));
            var record = new RecordId(table.name(), id(table, id, now));
            if (rows.find(record).isEmpty()) {
                rows.insert(record, now);
            }
        }
    }

    /// The id of a copied row. A membership row's id follows from what it joins, as everywhere.
    private String id(Table table, String original, Row row) {
        if (table.name().equals(LibrarySchema.PROJECT_LABEL.name())) {
            return table.references().map(column -> row.text(column.name(), "")).collect(Collectors.joining("."));
        }
        return version.value().equals(conflict.theirs())
                ? DerivedId.of("copy", conflict.id().id(), original)
                : DerivedId.of("copy", id(), original);
    }
}
