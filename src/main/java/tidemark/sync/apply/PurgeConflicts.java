package tidemark.sync.apply;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tidemark.conflict.ConflictRow;
import tidemark.db.Sql;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.state.Pending;
import tidemark.sync.state.References;
import tidemark.sync.state.SyncedState;

/// The carrying out of purges made elsewhere, except of what was edited here meanwhile.
///
/// A purge is refused for a record with an unsent edit, for one that a row here still refers to, and for one with a
/// version in a conflict that was not sent yet; and with it for every row that the same batch purges above and below
/// it. What is kept is pending as new, so it is sent again whole.
final class PurgeConflicts {
    private final SyncedState state;
    private final ConflictRecorder recorder;
    private final References references;

    PurgeConflicts(Sql sql, SyncedState state, ConflictRecorder recorder) {
        this.state = state;
        this.recorder = recorder;
        this.references = new References(sql, state.schema());
    }

    /// Removes these records, or makes those that are kept pending.
    ///
    /// @param purged the records purged there, with their
    /// values when last in sync
    void carryOut(Map<RecordId, Row> purged) throws SQLException {
        var kept = kept(purged);
        for (var removal : purged.entrySet()) {
            var record = removal.getKey();
            if (kept.contains(record)) {
                state.pending().put(record, Optional.empty());
            } else {
                state.set(record, Optional.empty());
                state.pending().remove(record);
                state.unknown().remove(record);
                recorder.removed(record);
            }
        }
    }

    private Set<RecordId> kept(Map<RecordId, Row> purged) throws SQLException {
        var kept = new LinkedHashSet<RecordId>();
        var spread = new ArrayDeque<RecordId>();
        for (var removal : purged.entrySet()) {
            if (isNeeded(removal.getKey(), purged) && kept.add(removal.getKey())) {
                spread.add(removal.getKey());
            }
        }
        while (!spread.isEmpty()) {
            var record = spread.remove();
            for (var neighbour : neighbours(record, purged)) {
                if (purged.containsKey(neighbour) && exists(neighbour) && kept.add(neighbour)) {
                    spread.add(neighbour);
                }
            }
        }
        return kept;
    }

    /// Whether the record must be kept. An unsent edit of a membership row's existence counts; one of a row removed
    /// here too does not, nor one of a conflict about what is purged.
    private boolean isNeeded(RecordId record, Map<RecordId, Row> purged) throws SQLException {
        var row = state.rows().find(record);
        if (row.isEmpty() || isAboutPurged(record, row.get(), purged)) {
            return false;
        }
        var base = state.pending().find(record).flatMap(Pending.Entry::base);
        if (base.isPresent() && !base.equals(row)) {
            recorder.editedAndPurged(record, base.get(), row.get(), Row.EMPTY, row.get());
            return true;
        }
        if (isReferredTo(record, purged) || hasUnsentVersion(record)) {
            recorder.editedAndPurged(record, row.get(), row.get(), Row.EMPTY, row.get());
            return true;
        }
        return false;
    }

    private boolean isReferredTo(RecordId record, Map<RecordId, Row> purged) throws SQLException {
        return references.children(record).stream().anyMatch(child -> !purged.containsKey(child));
    }

    /// Whether a conflict about the record holds a version that is on this device only: nobody who purged the record
    /// can have seen it.
    private boolean hasUnsentVersion(RecordId record) throws SQLException {
        for (var id : references.conflicts(record)) {
            var entry = state.pending().find(id);
            if (entry.isPresent() && hasMore(id, entry.get().base())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasMore(RecordId id, Optional<Row> base) throws SQLException {
        var row = state.rows().find(id);
        return row.isPresent()
                && (base.isEmpty() || new ConflictRow(id, row.get()).hasMoreThan(new ConflictRow(id, base.get())));
    }

    private boolean isAboutPurged(RecordId record, Row row, Map<RecordId, Row> purged) throws SQLException {
        if (!record.table().equals(LibrarySchema.CONFLICT.name())) {
            return false;
        }
        var subject = new ConflictRow(record, row).record();
        return purged.containsKey(subject) || (state.knows(subject) && !exists(subject));
    }

    private Iterable<RecordId> neighbours(RecordId record, Map<RecordId, Row> purged) throws SQLException {
        var neighbours = new LinkedHashSet<>(references.parents(record, purged.getOrDefault(record, Row.EMPTY)));
        neighbours.addAll(references.parents(record, state.rows().find(record).orElse(Row.EMPTY)));
        neighbours.addAll(references.children(record));
        neighbours.addAll(references.conflicts(record));
        return neighbours;
    }

    private boolean exists(RecordId record) throws SQLException {
        return state.rows().find(record).isPresent();
    }
}
