package tidemark.conflict;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.schema.Table;
import tidemark.schema.Value;

/// The resolution of conflicts, and its revert, inside one transaction.
///
/// A resolution and its edit of the record are written together, and the conflict row describes the edit: so they reach
/// other devices together, and can be reverted together.
public final class ConflictResolver {
    private final Sql sql;
    private final Rows rows;
    private final Schema schema;
    private final String device;

    /// A resolver of conflicts in this transaction.
    ///
    /// @param device the name of this device, recorded in resolutions
    public ConflictResolver(Sql sql, Rows rows, Schema schema, String device) {
        this.sql = sql;
        this.rows = rows;
        this.schema = schema;
        this.device = device;
    }

    /// The effect that the choice would have on the record as it is now.
    public Effect effect(ConflictRow conflict, Choice choice) throws SQLException {
        return new ResolutionPlan(rows, schema, conflict).of(choice);
    }

    /// Carries out the choice and returns its effect. When it is refused, nothing was changed.
    public Effect resolve(ConflictRow conflict, Choice choice) throws SQLException {
        var effect = effect(conflict, choice);
        var done = carryOut(conflict, effect);
        if (done.isPresent()) {
            var resolution = Row.EMPTY
                    .with("resolution", Optional.of(Value.of(choice.code())))
                    .with("resolved", Optional.of(Value.of(done.get().json())))
                    .with("resolved_device", Optional.of(Value.of(device)))
                    .with("resolved_at", Optional.of(Value.of(now())));
            rows.update(conflict.id(), ConflictRow.RESOLUTION, resolution);
        }
        return effect;
    }

    private Optional<Resolution> carryOut(ConflictRow conflict, Effect effect) throws SQLException {
        return switch (effect) {
            case Effect.Refused _ -> Optional.empty();
            case Effect.Stays _ -> Optional.of(Resolution.NOTHING);
            case Effect.Sets(var field, var was, var now) -> Optional.of(set(conflict.record(), field, was, now));
            case Effect.Trashes _ -> Optional.of(trash(conflict.record(), Optional.of(Value.of(now()))));
            case Effect.Restores _ -> Optional.of(trash(conflict.record(), Optional.empty()));
            case Effect.Copies _ -> Optional.of(copy(conflict));
            case Effect.Removes _ -> Optional.of(remove(conflict.record()));
        };
    }

    private Resolution copy(ConflictRow conflict) throws SQLException {
        var copies = new ArrayList<String>();
        for (var version : RecordCopy.others(conflict)) {
            copies.add(new RecordCopy(sql, rows, schema, conflict, version).make());
        }
        return Resolution.copied(copies);
    }

    private Resolution set(RecordId record, String field, Row was, Row now) throws SQLException {
        rows.update(record, schema.table(record.table()).field(field).columnNames(), now);
        return Resolution.set(field, was, now);
    }

    private Resolution trash(RecordId record, Optional<Value> at) throws SQLException {
        var field = schema.table(record.table()).trash().orElseThrow();
        var was = rows.find(record).orElseThrow().only(field.columnNames());
        return set(record, field.name(), was, Row.EMPTY.with(field.name(), at));
    }

    /// Removes the record together with its memberships; nothing else may refer to it.
    private Resolution remove(RecordId record) throws SQLException {
        var removed = new TreeMap<RecordId, Row>();
        for (var table : schema.tables()) {
            for (var column : table.references().toList()) {
                if (column.references().equals(Optional.of(record.table()))) {
                    for (var id : sql.list(
                            "SELECT id FROM \"%s\" WHERE \"%s\" = ?".formatted(table.name(), column.name()),
                            row -> row.getString(1),
                            record.id())) {
                        remove(new RecordId(table.name(), id), removed);
                    }
                }
            }
        }
        remove(record, removed);
        return Resolution.removed(removed);
    }

    private void remove(RecordId record, Map<RecordId, Row> removed) throws SQLException {
        removed.put(record, rows.find(record).orElseThrow());
        rows.delete(record);
    }

    /// Reopens a resolved conflict and reverts its resolution, except for later edits. Returns false when the conflict
    /// is not resolved, or when another conflict of the field is open, which has to be resolved first.
    public boolean reopen(ConflictRow conflict) throws SQLException {
        if (!conflict.isResolved() || new ConflictRows(sql, rows).isOpen(conflict.record(), conflict.field())) {
            return false;
        }
        var resolution = conflict.resolution();
        revert(conflict.record(), resolution);
        for (var copy : resolution.copies()) {
            trashCopy(new RecordId(conflict.record().table(), copy));
        }
        restoreRemoved(resolution.removed());
        rows.update(conflict.id(), ConflictRow.RESOLUTION, Row.EMPTY);
        return true;
    }

    private void trashCopy(RecordId copy) throws SQLException {
        var current = schema.find(copy.table()).isPresent() ? rows.find(copy) : Optional.<Row>empty();
        if (current.isPresent()) {
            trash(copy, Optional.of(Value.of(now())));
        }
    }

    /// Inserts the rows that a resolution removed, unless they exist again; parents come before the rows that refer to
    /// them.
    void restoreRemoved(Map<RecordId, Row> removed) throws SQLException {
        for (var table : schema.tables()) {
            for (var row : removed.entrySet()) {
                if (row.getKey().table().equals(table.name())) {
                    restoreRemoved(table, row.getKey(), row.getValue());
                }
            }
        }
    }

    private void restoreRemoved(Table table, RecordId record, Row row) throws SQLException {
        for (var column : table.references().toList()) {
            var parent = row.text(column.name())
                    .map(id -> new RecordId(column.references().orElseThrow(), id));
            if (parent.isPresent() && rows.find(parent.get()).isEmpty()) {
                return;
            }
        }
        if (rows.find(record).isEmpty()) {
            rows.insert(record, row);
        }
    }

    /// Reverts the edit of a resolution.
    void revert(RecordId record, Resolution resolution) throws SQLException {
        replaceValue(record, resolution.field(), resolution.now(), resolution.was());
    }

    /// Makes the edit of a reverted resolution again.
    void reapply(RecordId record, Resolution resolution) throws SQLException {
        replaceValue(record, resolution.field(), resolution.was(), resolution.now());
    }

    /// Replaces a field's value `from` by `to` underneath later edits. Nothing is changed where `to` names a parent
    /// that is gone.
    private void replaceValue(RecordId record, Optional<String> name, Row from, Row to) throws SQLException {
        var table = schema.find(record.table());
        var current = table.isPresent() ? rows.find(record) : Optional.<Row>empty();
        if (name.isEmpty() || current.isEmpty()) {
            return;
        }
        for (var field : table.orElseThrow().fields()) {
            if (field.name().equals(name.get())) {
                var now = FieldRevert.of(field, from, current.get().only(field.columnNames()), to);
                if (new ReferenceCheck(rows).problem(record, field, now).isEmpty()) {
                    rows.update(record, field.columnNames(), now);
                }
            }
        }
    }

    private long now() throws SQLException {
        return sql.number("SELECT at FROM tx").orElse(0);
    }
}
