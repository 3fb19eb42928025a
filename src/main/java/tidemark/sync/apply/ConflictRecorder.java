package tidemark.sync.apply;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.conflict.ConcurrentEdits;
import tidemark.conflict.ConcurrentEdits.Author;
import tidemark.conflict.ConcurrentEdits.Side;
import tidemark.conflict.ConcurrentEdits.Subject;
import tidemark.conflict.ConflictResolver;
import tidemark.conflict.ConflictRow;
import tidemark.conflict.ConflictRows;
import tidemark.conflict.MergeRows;
import tidemark.db.Sql;
import tidemark.merge.FieldOutcome;
import tidemark.merge.Rule;
import tidemark.schema.Column;
import tidemark.schema.Field;
import tidemark.schema.LibrarySchema;
import tidemark.schema.MergeKind;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.format.Device;
import tidemark.sync.state.LocalSide;
import tidemark.sync.state.SyncedState;

/// The record of fields that were edited on both sides, gathered while changes are applied and written at the end: a
/// conflict row for what a person must decide, a merge row for every merge that was more than taking one side.
final class ConflictRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(ConflictRecorder.class);

    /// Two concurrent edits of a field, and the result of their merge.
    private record FieldMerge(ConcurrentEdits edits, Row result, boolean isConflict) {}

    /// A conflict row that came from elsewhere.
    ///
    /// @param was the row when last in sync
    private record ReceivedConflict(RecordId id, Row was, Row now) {}

    private final SyncedState state;
    private final RemoteChanges remote;
    private final LocalSide local;
    private final List<FieldMerge> merges = new ArrayList<>();
    private final List<RecordId> removed = new ArrayList<>();
    private final List<ReceivedConflict> received = new ArrayList<>();
    private final Map<RecordId, Instant> times = new HashMap<>();

    ConflictRecorder(SyncedState state, RemoteChanges remote, LocalSide local) {
        this.state = state;
        this.remote = remote;
        this.local = local;
    }

    /// Notes a field that was changed on both sides.
    void bothChanged(RecordId record, Row base, Row mine, Row theirs, FieldOutcome outcome, Row result)
            throws SQLException {
        var isConflict = outcome.isConflict() && !record.table().equals(LibrarySchema.CONFLICT.name());
        var edits = new ConcurrentEdits(
                new Subject(record, outcome.field()),
                base,
                new Side(mine, author(local.device(), state.rows().edited(record))),
                new Side(theirs, author(remote.device(), timeOf(record).toEpochMilli())),
                outcome.rule());
        merges.add(new FieldMerge(edits, result, isConflict));
    }

    private static Author author(Device device, long at) {
        return new Author(device.id(), device.name(), at);
    }

    /// The time of their edit of this record; that of the batch, which is later, where the batch does not say.
    private Instant timeOf(RecordId record) {
        return times.getOrDefault(record, remote.time());
    }

    /// Notes when a record was edited there.
    void edited(RecordId record, Instant at) {
        times.put(record, at);
    }

    /// Notes a record that one side purged and the other edited; it exists again.
    ///
    /// @param mine empty when it was removed here
    /// @param theirs empty when it was removed there
    void editedAndPurged(RecordId record, Row base, Row mine, Row theirs, Row result) throws SQLException {
        var whole = new Field("record", MergeKind.VALUE, wholeColumns(record));
        bothChanged(record, base, mine, theirs, FieldOutcome.conflict(whole, Rule.PURGE_EDIT), result);
    }

    /// Notes a resolution made here that was undone for an earlier one in the log.
    void overruled(ConcurrentEdits edits) {
        merges.add(new FieldMerge(edits, edits.theirs().value(), false));
    }

    /// Notes a record that was purged there, and now here, too.
    void removed(RecordId record) {
        removed.add(record);
    }

    /// Notes a conflict row that came from elsewhere.
    ///
    /// @param was the row when last in sync
    void receivedConflict(RecordId id, Row was, Row now) {
        received.add(new ReceivedConflict(id, was, now));
    }

    /// Writes the conflict and merge rows. They are edits of this device and captured as such.
    void writeRows(Sql sql) throws SQLException {
        var conflicts = new ConflictRows(sql, state.rows());
        for (var conflict : received) {
            conflicts.addDropped(conflict.id(), conflict.was(), conflict.now(), !remote.knowsAllVersions());
        }
        removeNeedless(conflicts);
        var mergeRows = new MergeRows(sql);
        for (var merge : merges) {
            mergeRows.add(remote.version().number(), merge.edits(), merge.result());
            if (merge.isConflict()) {
                resolveByPolicy(sql, conflicts.keep(remote.version().number(), merge.edits(), merge.result()));
            }
        }
    }

    private void resolveByPolicy(Sql sql, ConflictRow conflict) throws SQLException {
        LOG.warn("Conflict in {} {}: both versions are kept", conflict.record(), conflict.field());
        var choice = local.policy().choice();
        if (choice.isPresent()) {
            new ConflictResolver(
                            sql, state.rows(), state.schema(), local.device().name())
                    .resolve(conflict, choice.get());
        }
    }

    /// Leaves one open conflict for each field, and none about a record that is gone. Only rows of this device that
    /// were not sent are touched: a device with nothing to send writes nothing.
    private void removeNeedless(ConflictRows conflicts) throws SQLException {
        for (var id : received) {
            var conflict = ConflictRow.find(state.rows(), id.id().id());
            if (conflict.isPresent()) {
                removeNeedless(conflicts, conflict.get());
            }
        }
        for (var record : removed) {
            for (var conflict : conflicts.ofRecord(record)) {
                if (isNew(conflict)) {
                    state.rows().delete(conflict.id());
                }
            }
        }
    }

    private void removeNeedless(ConflictRows conflicts, ConflictRow received) throws SQLException {
        var record = received.record();
        if (state.knows(record)
                && state.rows().find(record).isEmpty()
                && state.pending().find(record).isPresent()) {
            state.rows().delete(received.id());
            return;
        }
        for (var other : conflicts.othersOpen(received)) {
            if (isOpenedHere(other)) {
                conflicts.combine(received, other);
            }
        }
    }

    /// Whether the conflict was made or opened again here and this is not sent yet.
    private boolean isOpenedHere(ConflictRow conflict) throws SQLException {
        var entry = state.pending().find(conflict.id());
        return entry.isPresent()
                && entry.get()
                        .base()
                        .map(base -> new ConflictRow(conflict.id(), base).isResolved())
                        .orElse(true);
    }

    private boolean isNew(ConflictRow conflict) throws SQLException {
        var entry = state.pending().find(conflict.id());
        return entry.isPresent() && entry.get().base().isEmpty();
    }

    private List<Column> wholeColumns(RecordId record) {
        return state.schema().table(record.table()).columns();
    }
}
