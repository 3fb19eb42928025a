package tidemark.conflict;

import java.sql.SQLException;
import java.util.List;
import tidemark.db.DerivedId;
import tidemark.db.Json;
import tidemark.db.LocalState;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// The writer of conflict rows, which keep every version of a field until a person chooses: for a save that
/// overlaps with another save, and for a pull that overlaps with an edit.
public final class ConflictRows {
    private static final String TABLE = ConflictRow.TABLE.name();

    private final Sql sql;
    private final Rows rows;

    /// The conflict rows seen through this transaction.
    public ConflictRows(Sql sql, Rows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /// Stores both versions and returns the resulting conflict row. If a conflict of this field is open
    /// already, they are added to it, unless no batch could then hold it.
    ///
    /// The id follows from the record, the field, the version that brought theirs and a hash of mine:
    /// storing the same conflict twice makes one row.
    ///
    /// @param result the record after the merge
    public ConflictRow keep(long version, ConcurrentEdits edits, Row result) throws SQLException {
        var subject = edits.subject();
        var join = new VersionJoin(edits, result);
        for (var open : open(subject.record(), subject.field().name())) {
            var joined = join.to(open, unsent(open));
            if (joined.isPresent()) {
                rows.update(open.id(), ConflictRow.VERSIONS, joined.get());
                return ConflictRow.find(rows, open.id().id()).orElseThrow();
            }
        }
        var row = join.fresh();
        var conflict = new ConflictRow(freeId(version, row), row);
        if (rows.find(conflict.id()).isEmpty()) {
            rows.insert(conflict.id(), row);
        }
        return conflict;
    }

    /// The versions that were added to an open conflict here and not sent yet.
    private VersionSet unsent(ConflictRow open) throws SQLException {
        var local = new LocalState(sql);
        var unsent = VersionSet.empty(open.base());
        if (local.isUnsent(TABLE, open.id().id())) {
            unsent.addAll(open.versionSet());
            var sent =
                    local.unsentBase(TABLE, open.id().id()).flatMap(Json::find).orElse(Row.EMPTY);
            new ConflictRow(open.id(), sent).versionSet().all(_ -> true).forEach(version -> {
                unsent.removeIf(version::equals);
            });
        }
        return unsent;
    }

    /// The id of a new conflict; where another one has it, with the same mine at the same version, theirs
    /// is part of the id.
    private RecordId freeId(long version, Row row) throws SQLException {
        var id = id(version, row);
        var taken = rows.find(id).map(known -> new ConflictRow(id, known));
        var isOther = taken.map(
                        known -> known.isResolved() || !known.text("theirs").equals(row.text("theirs", "")))
                .orElse(false);
        return isOther ? new RecordId(TABLE, DerivedId.of(id.id(), row.text("theirs", ""))) : id;
    }

    static RecordId id(long version, Row row) {
        var parts = List.of("tbl", "record", "field", "mine").stream()
                .map(column -> row.text(column, ""))
                .toList();
        return new RecordId(
                TABLE,
                DerivedId.of(TABLE, parts.get(0), parts.get(1), parts.get(2), Long.toString(version), parts.get(3)));
    }

    /// The open conflicts of this field: at most one, except while another device's conflict is being
    /// applied.
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

    /// Merges two conflicts into one: the versions of `other`, which is removed, are added to those of
    /// `into`. Both stay where one cannot be read, or where no batch could hold the result.
    public void combine(ConflictRow into, ConflictRow other) throws SQLException {
        var set = into.versionSet();
        set.addAll(other.versionSet());
        var combined = other.row().with("base", into.row().get("base")).with(VersionSet.COLUMN, set.column());
        if (into.isReadable() && other.isReadable() && VersionJoin.fits(combined)) {
            rows.update(into.id(), ConflictRow.VERSIONS, combined);
            rows.delete(other.id());
        }
    }

    /// Adds to an open conflict the versions that a change from elsewhere, merged by now, would have
    /// dropped: those that it added while others were added here, and where a program wrote it that knows
    /// of two only, those that it replaced.
    ///
    /// @param was the row when last in sync
    /// @param now the row as it came
    public void addDropped(RecordId id, Row was, Row now, boolean knowsOfTwo) throws SQLException {
        var conflict = ConflictRow.find(rows, id.id());
        if (conflict.isEmpty() || conflict.get().isResolved() || !conflict.get().isReadable()) {
            return;
        }
        var set = conflict.get().versionSet();
        var before = new ConflictRow(id, was).versionSet();
        var there = new ConflictRow(id, now).versionSet();
        there.removeIf(version -> before.has(version.value()));
        if (knowsOfTwo) {
            there.addAll(before);
        }
        if (set.addAll(there)) {
            rows.update(id, List.of(VersionSet.COLUMN), Row.EMPTY.with(VersionSet.COLUMN, set.column()));
        }
    }
}
