package tidemark.sync.apply;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Sql;
import tidemark.merge.FieldOutcome;
import tidemark.merge.Rule;
import tidemark.schema.Field;
import tidemark.schema.MergeKind;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.state.References;
import tidemark.sync.state.SyncedState;

/// The integrity of references after changes were applied: every row refers to rows that exist, and none is inside
/// itself.
final class TreeIntegrity {
    private static final Logger LOG = LoggerFactory.getLogger(TreeIntegrity.class);

    private final SyncedState state;
    private final References references;
    private final Undelete undelete;

    TreeIntegrity(Sql sql, SyncedState state) {
        this.state = state;
        this.references = new References(sql, state.schema());
        this.undelete = new Undelete(sql, state);
    }

    /// Restores what the written rows refer to, breaks cycles, and sets aside rows without a parent.
    void repair(List<RecordId> written, ConflictRecorder recorder) throws SQLException {
        for (var record : written) {
            undelete.restoreParents(record);
            breakCycle(record, recorder);
        }
        adoptSetAside();
        for (var record : written) {
            setAsideIfOrphan(record);
        }
    }

    /// Sets aside, as unknown fields, a row whose parent does not exist, as a foreign tool or a damaged batch may leave
    /// it: it is no reason to stop.
    private void setAsideIfOrphan(RecordId record) throws SQLException {
        var row = state.rows().find(record);
        if (row.isEmpty() || hasParents(record, row.get())) {
            return;
        }
        LOG.warn("{} refers to a record that does not exist and is kept aside", record);
        var whole = state.synced(record);
        state.set(record, Optional.empty());
        state.pending().remove(record);
        if (whole.isPresent()) {
            state.unknown().putAside(record, whole.get());
        }
    }

    /// Whether all records that this row refers to exist.
    boolean hasParents(RecordId record, Row row) throws SQLException {
        for (var parent : references.parents(record, row)) {
            if (!references.exists(parent)) {
                return false;
            }
        }
        return true;
    }

    /// Moves rows that were set aside into their tables once their parents exist.
    private void adoptSetAside() throws SQLException {
        for (var record : state.unknown().aside()) {
            var _ = adopt(record);
        }
    }

    /// Moves unknown fields into the columns that this program has for them by now; returns whether it could.
    boolean adopt(RecordId record) throws SQLException {
        if (!state.knows(record) || state.pending().find(record).isPresent()) {
            return false;
        }
        var whole = state.now(record);
        if (whole.isEmpty()) {
            return false; // what is kept of it cannot be read
        }
        var known = state.known(record, whole.get());
        if (!hasParents(record, known)) {
            return false;
        }
        state.set(record, Optional.of(known));
        state.keepUnknown(record, whole);
        return true;
    }

    /// Undoes a move made here that, with one made there, would put a row inside itself; a conflict row says so.
    private void breakCycle(RecordId record, ConflictRecorder recorder) throws SQLException {
        var place = nestingField(record);
        if (place.isEmpty()) {
            return;
        }
        var seen = new HashSet<RecordId>();
        var current = Optional.of(record);
        while (current.isPresent() && seen.add(current.get())) {
            current = parentOf(current.get(), place.get());
        }
        if (current.isEmpty()) {
            return;
        }
        for (var member : seen) {
            if (undoesOwnMove(member, place.get(), recorder)) {
                return;
            }
        }
    }

    /// The field by which rows of the table are nested in each other, if it has one.
    private Optional<Field> nestingField(RecordId record) {
        return state.schema().table(record.table()).fields().stream()
                .filter(field -> field.kind() == MergeKind.PARENT)
                .filter(field -> field.columns().stream()
                        .anyMatch(column -> column.references().equals(Optional.of(record.table()))))
                .findFirst();
    }

    private Optional<RecordId> parentOf(RecordId record, Field place) throws SQLException {
        var parent = place.columns().stream()
                .filter(column -> column.references().isPresent())
                .findFirst()
                .orElseThrow();
        return state.rows()
                .find(record)
                .flatMap(row -> row.text(parent.name()))
                .map(id -> new RecordId(record.table(), id));
    }

    private boolean undoesOwnMove(RecordId record, Field place, ConflictRecorder recorder) throws SQLException {
        var entry = state.pending().find(record);
        var mine = state.rows().find(record);
        if (entry.isEmpty() || mine.isEmpty()) {
            return false;
        }
        var base = entry.get().base().orElse(Row.EMPTY);
        var names = place.columnNames();
        if (base.only(names).equals(mine.get().only(names))) {
            return false;
        }
        var yielded = mine.get().without(names).overlaid(base.only(names));
        recorder.bothChanged(record, base, mine.get(), base, FieldOutcome.conflict(place, Rule.CYCLE), yielded);
        state.set(record, Optional.of(yielded));
        if (entry.get().base().equals(Optional.of(yielded))) {
            state.pending().remove(record);
        }
        return true;
    }
}
