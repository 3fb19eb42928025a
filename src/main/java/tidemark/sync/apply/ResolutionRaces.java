package tidemark.sync.apply;

import java.sql.SQLException;
import java.util.Optional;
import tidemark.conflict.ConflictRow;
import tidemark.conflict.FirstResolutionWins;
import tidemark.conflict.FirstResolutionWins.ConflictVersions;
import tidemark.db.Sql;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.format.Change;
import tidemark.sync.format.ChangeMismatch;
import tidemark.sync.format.Device;
import tidemark.sync.state.Pending;
import tidemark.sync.state.SyncedState;

/// The undoing of resolutions made here that lose to those that arrive, before any other change is applied.
final class ResolutionRaces {
    private static final String TABLE = LibrarySchema.CONFLICT.name();

    private final SyncedState state;
    private final RemoteChanges remote;
    private final ConflictRecorder recorder;
    private final FirstResolutionWins first;

    ResolutionRaces(Sql sql, SyncedState state, RemoteChanges remote, ConflictRecorder recorder, Device here) {
        this.state = state;
        this.remote = remote;
        this.recorder = recorder;
        this.first = new FirstResolutionWins(sql, state.rows(), state.schema(), here.name());
    }

    /// Undoes the resolutions made here that lose, and splits off versions of this device that theirs do not know.
    void resolveAll() throws SQLException, ChangeMismatch {
        if (state.pending().has(TABLE)) {
            remote.source().each(this::check);
        }
    }

    private void check(Change change) throws SQLException, ChangeMismatch {
        var record = change.record();
        var entry = record.table().equals(TABLE) ? state.pending().find(record) : Optional.<Pending.Entry>empty();
        var mine = entry.isPresent() ? state.rows().find(record) : Optional.<Row>empty();
        var theirs = mine.isPresent() ? change.applyTo(state.synced(record)) : Optional.<Row>empty();
        if (theirs.isPresent()) {
            var base = entry.flatMap(Pending.Entry::base).orElse(Row.EMPTY);
            resolve(ConflictVersions.of(record, base, mine.orElseThrow(), state.known(record, theirs.get())));
        }
    }

    private void resolve(ConflictVersions conflict) throws SQLException {
        if (conflict.bothResolved()) {
            var overruled = first.undoMine(conflict, isUnsent(conflict.mine()));
            if (overruled.isPresent()) {
                recorder.overruled(overruled.get());
            }
        }
        if (conflict.lacksMyVersion()) {
            RecordId own = first.splitOff(conflict, remote.version().number());
            state.pending().put(own, Optional.empty());
        } else if (conflict.lacksTheirVersion()) {
            RecordId theirs = first.openTheirs(conflict, remote.version().number());
            state.pending().put(theirs, Optional.empty());
        }
    }

    private boolean isUnsent(ConflictRow conflict) throws SQLException {
        return state.pending().find(conflict.record()).isPresent();
    }
}
