package tidemark.conflict;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.schema.Column;
import tidemark.schema.Field;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.schema.Table;
import tidemark.schema.Value;

/// Settles conflicts, and opens them again, inside one transaction.
///
/// A resolution and what it does to the record are written together, and the conflict row says what that was: so they
/// reach other devices together, and can be taken back together.
public final class ConflictResolver {
    private final Sql sql;
    private final Rows rows;
    private final Schema schema;
    private final String device;

    /// @param device the name of this device, which resolutions are told by
    public ConflictResolver(Sql sql, Rows rows, Schema schema, String device) {
        this.sql = sql;
        this.rows = rows;
        this.schema = schema;
        this.device = device;
    }

    /// What the choice would do as things stand.
    public Effect effect(ConflictRow conflict, Choice choice) throws SQLException {
        return new ResolutionPlan(rows, schema, conflict).of(choice);
    }

    /// Carries out the choice and says what it did. When it is refused, nothing was changed.
    public Effect settle(ConflictRow conflict, Choice choice) throws SQLException {
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
            case Effect.Copies _ -> Optional.of(Resolution.copied(new RecordCopy(sql, rows, schema, conflict).make()));
            case Effect.Removes _ -> Optional.of(remove(conflict.record()));
        };
    }

    private Resolution set(RecordId record, String field, Row was, Row now) throws SQLException {
        rows.update(record, names(schema.table(record.table()).field(field)), now);
        return Resolution.set(field, was, now);
    }

    private Resolution trash(RecordId record, Optional<Value> at) throws SQLException {
        var field = ResolutionPlan.trash(schema.table(record.table())).orElseThrow();
        var was = rows.find(record).orElseThrow().only(names(field));
        return set(record, field.name(), was, Row.EMPTY.with(field.name(), at));
    }

    /// With the memberships of what is removed; nothing else may refer to it.
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

    /// Opens a settled conflict again and takes back what settling it did, but for what was edited since. Says whether
    /// it was settled and could be: while another conflict of the field is open, that one comes first.
    public boolean reopen(ConflictRow conflict) throws SQLException {
        if (!conflict.isResolved() || new ConflictRows(sql, rows).isOpen(conflict.record(), conflict.field())) {
            return false;
        }
        var resolution = conflict.resolution();
        takeBack(conflict.record(), resolution);
        if (resolution.copy().isPresent()) {
            putAway(new RecordId(conflict.record().table(), resolution.copy().get()));
        }
        putBack(resolution.removed());
        rows.update(conflict.id(), ConflictRow.RESOLUTION, Row.EMPTY);
        return true;
    }

    private void putAway(RecordId copy) throws SQLException {
        var standing = schema.find(copy.table()).isPresent() ? rows.find(copy) : Optional.<Row>empty();
        if (standing.isPresent()) {
            trash(copy, Optional.of(Value.of(now())));
        }
    }

    /// Puts back what a resolution removed, where it is not there again; parents come before what refers to them.
    void putBack(Map<RecordId, Row> removed) throws SQLException {
        for (var table : schema.tables()) {
            for (var row : removed.entrySet()) {
                if (row.getKey().table().equals(table.name())) {
                    putBack(table, row.getKey(), row.getValue());
                }
            }
        }
    }

    private void putBack(Table table, RecordId record, Row row) throws SQLException {
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

    /// Takes back what a resolution set.
    void takeBack(RecordId record, Resolution resolution) throws SQLException {
        shift(record, resolution.field(), resolution.now(), resolution.was());
    }

    /// Sets again what a resolution that was taken back had set.
    void repeat(RecordId record, Resolution resolution) throws SQLException {
        shift(record, resolution.field(), resolution.was(), resolution.now());
    }

    /// Leads a field from one value to another; what was written on top of the first stays, and so does a place, where
    /// the other one is gone.
    private void shift(RecordId record, Optional<String> name, Row from, Row to) throws SQLException {
        var table = schema.find(record.table());
        var standing = table.isPresent() ? rows.find(record) : Optional.<Row>empty();
        if (name.isEmpty() || standing.isEmpty()) {
            return;
        }
        for (var field : table.orElseThrow().fields()) {
            if (field.name().equals(name.get())) {
                var now = FieldRevert.of(field, from, standing.get().only(names(field)), to);
                if (new ReferenceCheck(rows).problem(record, field, now).isEmpty()) {
                    rows.update(record, names(field), now);
                }
            }
        }
    }

    private static List<String> names(Field field) {
        return field.columns().stream().map(Column::name).toList();
    }

    private long now() throws SQLException {
        return sql.number("SELECT at FROM tx").orElse(0);
    }
}
