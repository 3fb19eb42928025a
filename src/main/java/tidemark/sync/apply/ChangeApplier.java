package tidemark.sync.apply;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.conflict.ConflictRow;
import tidemark.db.ChangeCapture;
import tidemark.db.Sql;
import tidemark.merge.RowMerge;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.format.Change;
import tidemark.sync.format.ChangeMismatch;
import tidemark.sync.format.StateHash;
import tidemark.sync.state.LocalSide;
import tidemark.sync.state.Pending;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncedState;

/// The application of changes from elsewhere to the rows here, inside one transaction (rule 6).
///
/// With S the synced state before and T after: rows := merge(S, rows, T), and what then differs from T is pending
/// against it. Base, mine and theirs of a record are merged in [#mergeRecord] and nowhere else.
public final class ChangeApplier {
    private final Sql sql;
    private final SyncedState state;
    private final RemoteChanges remote;
    private final ConflictRecorder recorder;
    private final ResolutionRaces races;
    private final Undelete undelete;
    private final Map<RecordId, Row> purged = new LinkedHashMap<>();
    private final List<TrashConflicts.Reached> reached = new ArrayList<>();
    private StateHash hash;

    /// An applier of `remote` in the transaction of `sql`.
    ///
    /// @param state the synced state before, in the same transaction
    public ChangeApplier(Sql sql, SyncedState state, RemoteChanges remote, LocalSide local) throws SQLException {
        this.sql = sql;
        this.state = state;
        this.remote = remote;
        this.recorder = new ConflictRecorder(state, remote, local);
        this.races = new ResolutionRaces(sql, state, remote, recorder, local.device());
        this.undelete = new Undelete(sql, state);
        this.hash = new Replica(sql).position().state();
    }

    /// Applies all changes and returns the state hash after them.
    public StateHash apply() throws SQLException, ChangeMismatch {
        ChangeCapture.suspended(sql, this::changeRows);
        recorder.writeRows(sql);
        return hash;
    }

    private void changeRows() throws SQLException, ChangeMismatch {
        races.resolveAll();
        remote.source().each(this::receive);
        new PurgeConflicts(sql, state, recorder).carryOut(purged);
        new TrashConflicts(sql, state, recorder).restoreAll(reached);
        new TreeIntegrity(sql, state)
                .repair(reached.stream().map(TrashConflicts.Reached::record).toList(), recorder);
    }

    private void receive(Change change) throws SQLException, ChangeMismatch {
        var record = change.record();
        var was = state.synced(record);
        var now = change.applyTo(was);
        hash = hash.changed(record, was, now);
        change.edited().ifPresent(at -> recorder.edited(record, at));
        if (!state.knows(record)) {
            state.keepUnknown(record, now);
        } else if (now.isEmpty()) {
            purged.put(record, was.orElse(Row.EMPTY));
        } else {
            mergeRecord(record, now.get(), was.isEmpty(), editedAt(change));
            var known = was.map(row -> state.known(record, row));
            if (record.table().equals(LibrarySchema.CONFLICT.name())) {
                receiveConflict(record, known, state.known(record, now.get()));
            }
            reached.add(new TrashConflicts.Reached(record, known, state.known(record, now.get())));
        }
    }

    /// Notes a conflict, and restores its record where that was removed here: what is told now, nobody here has seen;
    /// and a resolution that is first in the log kept the record.
    private void receiveConflict(RecordId id, Optional<Row> was, Row now) throws SQLException {
        recorder.receivedConflict(id, was.orElse(Row.EMPTY), now);
        var conflict = new ConflictRow(id, now);
        var before = was.map(row -> new ConflictRow(id, row));
        var isUnseen = before.isEmpty() || conflict.hasMoreThan(before.get());
        var isResolvedThere =
                conflict.isResolved() && before.isPresent() && !before.get().isResolved();
        if ((isUnseen || isResolvedThere) && undelete.restoreSubject(conflict) && isUnseen && conflict.isResolved()) {
            // No open conflict says why the record is there again.
            var row = state.rows().find(conflict.record()).orElseThrow();
            recorder.editedAndPurged(conflict.record(), row, Row.EMPTY, row, row);
        }
    }

    private Optional<Instant> editedAt(Change change) {
        return remote.tellsEdits() ? change.edited() : Optional.empty();
    }

    /// Replaces the row by theirs, or merges the two when it is pending.
    ///
    /// @param isNew whether there was no such record before
    /// @param edited the time of its last edit, where the changes tell it
    private void mergeRecord(RecordId record, Row theirs, boolean isNew, Optional<Instant> edited) throws SQLException {
        var known = state.known(record, theirs);
        var entry = state.pending().find(record);
        if (entry.isEmpty()) {
            state.set(record, Optional.of(known));
        } else {
            mergePending(entry.get(), known);
        }
        state.keepUnknown(record, Optional.of(theirs));
        if (state.rows().find(record).equals(Optional.of(known))) {
            state.pending().remove(record);
            if (edited.isPresent()) {
                state.rows().edited(record, edited.get().toEpochMilli());
            } else {
                state.rows()
                        .received(
                                record, isNew && entry.isEmpty(), remote.time().toEpochMilli());
            }
        } else {
            // Its last edit is still the one that was made here.
            state.pending().put(record, Optional.of(known));
        }
    }

    private void mergePending(Pending.Entry entry, Row theirs) throws SQLException {
        var record = entry.record();
        var base = entry.base().orElse(Row.EMPTY);
        var mine = state.rows().find(record);
        if (mine.isEmpty()) {
            recorder.editedAndPurged(record, base, Row.EMPTY, theirs, theirs);
            state.set(record, Optional.of(theirs));
            undelete.restoreChildren(record);
            return;
        }
        var merged = RowMerge.merge(state.schema().table(record.table()), base, mine.get(), theirs);
        for (var outcome : merged.outcomes()) {
            recorder.bothChanged(record, base, mine.get(), theirs, outcome, merged.row());
        }
        state.set(record, Optional.of(merged.row()));
    }
}
