package tidemark.sync.format;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// A change of one record, as a batch carries it.
///
/// @param edited the time of the record's last edit by its writer's clock; empty where an older program wrote the
///     batch, and for a record that is gone. Shown to people, decides nothing
/// @param fields the old and new values by column; for an insert or a delete every value of the row
public record Change(RecordId record, Op op, Optional<Instant> edited, SortedMap<String, Delta> fields) {
    /// The kind of a change, in lower case in the JSON.
    enum Op {
        INSERT,
        UPDATE,
        DELETE
    }

    public Change {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// The change from one state of the record to the other; empty when they are equal.
    public static Optional<Change> between(RecordId record, Optional<Row> was, Optional<Row> now) {
        if (was.equals(now)) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                record, op(was, now), Optional.empty(), deltas(was.orElse(Row.EMPTY), now.orElse(Row.EMPTY))));
    }

    /// This change with the time of the record's last edit.
    public Change editedAt(Optional<Instant> time) {
        return new Change(record, op, time, fields);
    }

    /// The change from one state to the other with every value whole: for changes that are applied at once and never
    /// sent.
    public static Optional<Change> whole(RecordId record, Optional<Row> was, Optional<Row> now) {
        if (was.equals(now)) {
            return Optional.empty();
        }
        var fields = new TreeMap<String, Delta>();
        for (var name : names(was.orElse(Row.EMPTY), now.orElse(Row.EMPTY))) {
            var before = was.flatMap(row -> row.get(name));
            var after = now.flatMap(row -> row.get(name));
            if (!before.equals(after)) {
                fields.put(name, new Delta.Whole(before, after));
            }
        }
        return Optional.of(new Change(record, op(was, now), Optional.empty(), fields));
    }

    private static Op op(Optional<Row> was, Optional<Row> now) {
        return was.isEmpty() ? Op.INSERT : now.isEmpty() ? Op.DELETE : Op.UPDATE;
    }

    private static SortedMap<String, Delta> deltas(Row was, Row now) {
        var deltas = new TreeMap<String, Delta>();
        for (var name : names(was, now)) {
            if (!was.get(name).equals(now.get(name))) {
                deltas.put(name, Delta.between(was.get(name), now.get(name)));
            }
        }
        return deltas;
    }

    private static Set<String> names(Row was, Row now) {
        var names = new TreeSet<>(was.values().keySet());
        names.addAll(now.values().keySet());
        return names;
    }

    /// The record after this change, which must have been made from `was`.
    ///
    /// @throws ChangeMismatch when it was made from something else
    public Optional<Row> applyTo(Optional<Row> was) throws ChangeMismatch {
        if (was.isPresent() == (op == Op.INSERT)) {
            throw new ChangeMismatch(record + (was.isPresent() ? " exists already" : " does not exist"));
        }
        var row = was.orElse(Row.EMPTY);
        for (Map.Entry<String, Delta> field : fields.entrySet()) {
            var now = field.getValue().applyTo(record, field.getKey(), row.get(field.getKey()));
            row = row.with(field.getKey(), now);
        }
        if (op != Op.DELETE) {
            return Optional.of(row);
        }
        if (!row.values().isEmpty()) {
            throw new ChangeMismatch(record + " has fields that its deletion does not know: "
                    + row.values().keySet());
        }
        return Optional.empty();
    }

    /// The reason that no batch within these limits can hold this change, as the rest of a sentence about its record;
    /// empty when one can.
    public Optional<String> refusal(BatchLimits limits) {
        if (record.id().isEmpty()) {
            return Optional.of("its id is empty");
        }
        if (!limits.isId(record.id())) {
            return Optional.of("its id has more than %,d characters".formatted(limits.id()));
        }
        if (!BatchLimits.isName(record.table())) {
            return Optional.of("its table has a name that no other device accepts");
        }
        var unnamed = fields.keySet().stream()
                .filter(name -> !BatchLimits.isName(name))
                .findFirst();
        if (unnamed.isPresent()) {
            return Optional.of("its column \"%s\" has a name that no other device accepts".formatted(unnamed.get()));
        }
        if (fields.values().stream().anyMatch(delta -> delta.longestText() > limits.text())) {
            return Optional.of("a text in it has more than %,d characters".formatted(limits.text()));
        }
        return room() > limits.room() ? Optional.of("it has more fields than a batch may") : Optional.empty();
    }

    /// The room that it takes in a batch, counted as the reader does.
    public long room() {
        return BatchLimits.PER_CHANGE
                + fields.values().stream()
                        .mapToLong(delta -> BatchLimits.PER_FIELD + delta.room())
                        .sum();
    }
}
