package tidemark.sync.state;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;

/// The library's records as the log sees them, inside one transaction.
///
/// The *synced state* is every row as it was when last in sync: the row itself, or its base when it is pending,
/// together with its unknown fields. At one version it is the same on every device (rule 1). A record whose base or
/// unknown fields cannot be read, because another tool wrote there, counts as absent: see [UnreadableNotes].
public final class SyncedState {
    private final Schema schema;
    private final Rows rows;
    private final Pending pending;
    private final UnknownFields unknown;

    /// The synced state, in the transaction of `sql`.
    public SyncedState(Sql sql, Schema schema) {
        this.schema = schema;
        this.rows = new Rows(sql, schema);
        this.pending = new Pending(sql);
        this.unknown = new UnknownFields(sql);
    }

    /// The pending rows.
    public Pending pending() {
        return pending;
    }

    /// The unknown fields.
    public UnknownFields unknown() {
        return unknown;
    }

    /// The rows of the synced tables.
    public Rows rows() {
        return rows;
    }

    /// The declarations of the synced tables.
    public Schema schema() {
        return schema;
    }

    /// Whether this program has the table of the record.
    public boolean knows(RecordId record) {
        return schema.find(record.table()).isPresent();
    }

    /// The record as it was when last in sync.
    public Optional<Row> synced(RecordId record) throws SQLException {
        if (!knows(record)) {
            return unknown.find(record);
        }
        var entry = pending.find(record);
        return entry.isPresent() ? withUnknown(record, entry.get().base()) : now(record);
    }

    /// The record as it is here, edits included.
    public Optional<Row> now(RecordId record) throws SQLException {
        if (!knows(record)) {
            return unknown.find(record);
        }
        var row = rows.find(record);
        return row.isPresent() ? withUnknown(record, row) : setAsideWhole(record);
    }

    /// A row that is set aside whole, because its parent is missing.
    private Optional<Row> setAsideWhole(RecordId record) throws SQLException {
        return pending.find(record).isPresent() ? Optional.empty() : unknown.find(record);
    }

    private Optional<Row> withUnknown(RecordId record, Optional<Row> row) throws SQLException {
        return row.isPresent() ? unknown.over(row.get(), record) : Optional.empty();
    }

    /// The part of the row that this program has columns for.
    public Row known(RecordId record, Row row) {
        return row.only(names(record));
    }

    /// Gives the record's row these known values, or removes it; changes only what differs.
    public void set(RecordId record, Optional<Row> target) throws SQLException {
        var current = rows.find(record);
        if (target.isEmpty()) {
            if (current.isPresent()) {
                rows.delete(record);
            }
        } else if (current.isEmpty()) {
            rows.insert(record, target.get());
        } else if (!current.equals(target)) {
            rows.update(record, differing(current.get(), target.get()), target.get());
        }
    }

    /// Keeps those fields of the row that this program has no column for, and none where there are none.
    public void keepUnknown(RecordId record, Optional<Row> row) throws SQLException {
        var rest = row.map(whole -> knows(record) ? whole.without(names(record)) : whole);
        if (rest.isPresent() && (!knows(record) || !rest.get().values().isEmpty())) {
            unknown.put(record, rest.get());
        } else {
            unknown.remove(record);
        }
    }

    private List<String> names(RecordId record) {
        return schema.table(record.table()).columnNames();
    }

    private static Set<String> differing(Row from, Row to) {
        var names = new LinkedHashSet<>(from.values().keySet());
        names.addAll(to.values().keySet());
        names.removeIf(name -> from.get(name).equals(to.get(name)));
        return names;
    }
}
