package tidemark.db;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tidemark.schema.Column;
import tidemark.schema.Field;
import tidemark.schema.LibrarySchema;
import tidemark.schema.MergeKind;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// Writes the rows that keep both versions of a field until someone chooses: for a save that met another save,
/// and for a pull that met an edit.
public final class ConflictRows {
    /// One version of a field.
    ///
    /// @param value the field's columns; others are left out
    /// @param device the name of the device that wrote it
    /// @param at when, in milliseconds since 1970
    public record Side(Row value, String device, long at) {}

    /// Two versions of one field, and the value that both were made from.
    ///
    /// @param rule why they could not be merged, in a word
    public record Dispute(Subject subject, Row base, Side mine, Side theirs, String rule) {
        /// The columns of the field, as they are kept.
        private String json(Row row) {
            return Json.of(row.only(
                    subject.field().columns().stream().map(Column::name).toList()));
        }
    }

    /// The field of a record that a dispute is about.
    public record Subject(RecordId record, Field field) {}

    private record Open(RecordId id, Row row) {}

    private static final String TABLE = LibrarySchema.CONFLICT.name();
    private static final List<String> VERSIONS = LibrarySchema.CONFLICT.field("versions").columns().stream()
            .map(Column::name)
            .toList();

    private final Sql sql;
    private final Rows rows;

    /// The conflict rows seen through this transaction.
    public ConflictRows(Sql sql, Rows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /// Keeps both versions and returns the conflict's id. Where one is open for this field already, the new
    /// versions join it.
    ///
    /// The id follows from the record, the field, the version that stands here and a hash of mine: made twice,
    /// it is made once.
    public String keep(Dispute dispute) throws SQLException {
        var open = open(dispute.subject());
        if (open.isPresent()) {
            join(open.get(), dispute);
            return open.get().id().id();
        }
        var version = sql.text("SELECT value FROM local WHERE key = 'version'").orElse("0");
        var record = dispute.subject().record();
        var id = new RecordId(
                TABLE,
                DerivedId.of(
                        TABLE,
                        record.table(),
                        record.id(),
                        dispute.subject().field().name(),
                        version,
                        dispute.json(dispute.mine().value())));
        if (rows.find(id).isEmpty()) {
            rows.insert(id, row(dispute));
        }
        return id.id();
    }

    private Optional<Open> open(Subject subject) throws SQLException {
        return sql.first(
                "SELECT id, %s FROM conflict WHERE tbl = ? AND record = ? AND field = ? AND resolution IS NULL ORDER BY id"
                        .formatted(Rows.columns(LibrarySchema.CONFLICT)),
                row -> new Open(new RecordId(TABLE, row.getString(1)), Rows.row(LibrarySchema.CONFLICT, row, 2)),
                subject.record().table(),
                subject.record().id(),
                subject.field().name());
    }

    /// The record's own version is mine. Theirs replaces the earlier theirs when it was made from it; otherwise
    /// neither may be lost: texts are kept one above the other, and of other values the earlier goes to the
    /// list of merges.
    private void join(Open open, Dispute dispute) throws SQLException {
        var earlier = Json.row(open.row().text("theirs").orElse("{}"));
        var later = Json.row(dispute.json(dispute.theirs().value()));
        var joined =
                row(dispute).with("base", open.row().get("base")).with("theirs", Optional.of(Value.of(Json.of(later))));
        if (!later.equals(earlier) && !earlier.equals(Json.row(dispute.json(dispute.base())))) {
            if (dispute.subject().field().kind() == MergeKind.TEXT) {
                joined = joined.with("theirs", Optional.of(Value.of(Json.of(bothTexts(earlier, later)))));
            } else {
                remember(open, dispute);
            }
        }
        rows.update(open.id(), VERSIONS, joined);
    }

    private static Row bothTexts(Row earlier, Row later) {
        var both = later;
        for (var column : earlier.values().keySet()) {
            var before = earlier.text(column).orElse("");
            var after = later.text(column).orElse("");
            if (before.contains(after)) {
                both = both.with(column, earlier.get(column));
            } else if (!after.contains(before)) {
                both = both.with(column, Optional.of(Value.of(before + "\n\n" + after)));
            }
        }
        return both;
    }

    private void remember(Open open, Dispute dispute) throws SQLException {
        sql.update("""
                INSERT INTO merged (version, tbl, id, field, rule, device_name, at, base, mine, theirs, result)
                SELECT ifnull((SELECT value FROM local WHERE key = 'version'), 0) + 0, tbl, record, field, rule,
                       ifnull(theirs_device, ''), ifnull(theirs_at, 0), base, mine, theirs, ?
                FROM conflict WHERE id = ?""", dispute.json(dispute.mine().value()), open.id().id());
    }

    private static Row row(Dispute dispute) {
        return Row.EMPTY
                .with("tbl", text(dispute.subject().record().table()))
                .with("record", text(dispute.subject().record().id()))
                .with("field", text(dispute.subject().field().name()))
                .with("base", text(dispute.json(dispute.base())))
                .with("mine", text(dispute.json(dispute.mine().value())))
                .with("mine_device", text(dispute.mine().device()))
                .with("mine_at", Optional.of(Value.of(dispute.mine().at())))
                .with("theirs", text(dispute.json(dispute.theirs().value())))
                .with("theirs_device", text(dispute.theirs().device()))
                .with("theirs_at", Optional.of(Value.of(dispute.theirs().at())))
                .with("rule", text(dispute.rule()));
    }

    private static Optional<Value> text(String text) {
        return Optional.of(Value.of(text));
    }
}
