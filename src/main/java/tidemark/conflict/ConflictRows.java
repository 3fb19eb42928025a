package tidemark.conflict;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tidemark.conflict.ConcurrentEdits.Side;
import tidemark.db.DerivedId;
import tidemark.db.Json;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.merge.Rule;
import tidemark.schema.MergeKind;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The writer of conflict rows, which keep both versions of a field until a person chooses: for a save that overlaps
/// with another save, and for a pull that overlaps with an edit.
public final class ConflictRows {
    private static final String TABLE = ConflictRow.TABLE.name();

    private final Sql sql;
    private final Rows rows;

    /// The conflict rows seen through this transaction.
    public ConflictRows(Sql sql, Rows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /// Stores both versions and returns the resulting conflict row. If a conflict of this field is open already, the
    /// new versions are added to it.
    ///
    /// The id follows from the record, the field, the version that brought theirs and a hash of mine: storing the
    /// same conflict twice makes one row.
    public ConflictRow keep(long version, ConcurrentEdits edits) throws SQLException {
        var subject = edits.subject();
        var open = open(subject.record(), subject.field().name());
        if (!open.isEmpty()) {
            join(open.getFirst(), version, edits);
            return ConflictRow.find(rows, open.getFirst().id().id()).orElseThrow();
        }
        var row = new ConflictRow(id(version, row(edits)), row(edits));
        if (rows.find(row.id()).isEmpty()) {
            rows.insert(row.id(), row.row());
        }
        return row;
    }

    static RecordId id(long version, Row row) {
        var parts = List.of("tbl", "record", "field", "mine").stream()
                .map(column -> row.text(column, ""))
                .toList();
        return new RecordId(
                TABLE,
                DerivedId.of(TABLE, parts.get(0), parts.get(1), parts.get(2), Long.toString(version), parts.get(3)));
    }

    /// The open conflicts of this field: at most one, except while another device's conflict is being applied.
    private List<ConflictRow> open(RecordId record, String field) throws SQLException {
        return ofRecord(record).stream()
                .filter(row -> !row.isResolved() && row.field().equals(field))
                .toList();
    }

    /// Whether a conflict of this field is open.
    boolean isOpen(RecordId record, String field) throws SQLException {
        return !open(record, field).isEmpty();
    }

    /// The conflicts of this record, open or resolved.
    public List<ConflictRow> ofRecord(RecordId record) throws SQLException {
        return sql.list(
                "SELECT id, %s FROM conflict WHERE tbl = ? AND record = ? ORDER BY id"
                        .formatted(Rows.columns(ConflictRow.TABLE)),
                row -> new ConflictRow(new RecordId(TABLE, row.getString(1)), Rows.row(ConflictRow.TABLE, row, 2)),
                record.table(),
                record.id());
    }

    /// The other open conflicts of the field of this one; none when this one is resolved.
    public List<ConflictRow> othersOpen(ConflictRow conflict) throws SQLException {
        if (conflict.isResolved()) {
            return List.of();
        }
        return open(conflict.record(), conflict.field()).stream()
                .filter(other -> !other.id().equals(conflict.id()))
                .toList();
    }

    /// Merges two conflicts into one: the versions of `other`, which is removed, are added to those of `into`.
    public void combine(ConflictRow into, ConflictRow other) throws SQLException {
        var isText = into.rule() == Rule.TEXT && other.rule() == Rule.TEXT;
        var theirs = isText ? bothTexts(into.theirs(), other.theirs()) : other.theirs();
        rows.update(
                into.id(),
                ConflictRow.VERSIONS,
                other.row()
                        .with("base", into.row().get("base"))
                        .with("theirs", Optional.of(Value.of(Json.of(theirs)))));
        rows.delete(other.id());
    }

    /// Adds versions to an open conflict. The record's own version is mine. Theirs replaces the earlier theirs when it
    /// was made from it. Otherwise neither may be lost: texts are kept one above the other, and of other values the
    /// earlier goes to the merge history.
    private void join(ConflictRow open, long version, ConcurrentEdits edits) throws SQLException {
        var later = Json.row(edits.json(edits.theirs().value()));
        var isReplaced = open.theirs().equals(later) || open.theirs().equals(Json.row(edits.json(edits.base())));
        var isText = edits.subject().field().kind() == MergeKind.TEXT;
        if (!isReplaced && !isText) {
            new MergeRows(sql).add(version, earlier(open, edits), edits.mine().value());
        }
        var theirs = isReplaced || !isText ? later : bothTexts(open.theirs(), later);
        var joined =
                row(edits).with("base", open.row().get("base")).with("theirs", Optional.of(Value.of(Json.of(theirs))));
        rows.update(open.id(), ConflictRow.VERSIONS, joined);
    }

    private static ConcurrentEdits earlier(ConflictRow open, ConcurrentEdits edits) {
        return new ConcurrentEdits(
                edits.subject(),
                open.base(),
                new Side(open.mine(), open.text("mine_device"), open.number("mine_at")),
                new Side(open.theirs(), open.text("theirs_device"), open.number("theirs_at")),
                open.rule());
    }

    private static Row bothTexts(Row earlier, Row later) {
        var both = later;
        for (var column : earlier.values().keySet()) {
            var before = earlier.text(column, "");
            var after = later.text(column, "");
            if (before.contains(after)) {
                both = both.with(column, earlier.get(column));
            } else if (!after.contains(before)) {
                both = both.with(column, Optional.of(Value.of(before + "\n\n" + after)));
            }
        }
        return both;
    }

    private static Row row(ConcurrentEdits edits) {
        return Row.EMPTY
                .with("tbl", text(edits.subject().record().table()))
                .with("record", text(edits.subject().record().id()))
                .with("field", text(edits.subject().field().name()))
                .with("base", text(edits.json(edits.base())))
                .with("mine", text(edits.json(edits.mine().value())))
                .with("mine_device", text(edits.mine().device()))
                .with("mine_at", Optional.of(Value.of(edits.mine().at())))
                .with("theirs", text(edits.json(edits.theirs().value())))
                .with("theirs_device", text(edits.theirs().device()))
                .with("theirs_at", Optional.of(Value.of(edits.theirs().at())))
                .with("rule", text(edits.rule().code()));
    }

    private static Optional<Value> text(String text) {
        return Optional.of(Value.of(text));
    }
}
