package tidemark.sync;

import java.time.Instant;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.problem.TidemarkException;
import tidemark.sync.apply.UnknownFieldsAdoption;
import tidemark.sync.state.Detach;

/// The local copy of a library in regard to its log, where no remote is asked.
public record LocalCopy(Database database) {
    /// Adopts the fields that an older program kept for this one: to be called after each opening, done once for each
    /// schema number.
    public void adoptUnknownFields() {
        UnknownFieldsAdoption.run(database);
    }

    /// Notes how a round of sync has ended, for programs that start later.
    public void ended(SyncResult result) {
        new LastOutcome(database).record(SyncState.of(result).orElseGet(SyncState.UpToDate::new));
    }

    /// Notes that a round of sync has failed.
    ///
    /// @param now the present time
    public void failed(TidemarkException failure, Instant now) {
        new LastOutcome(database).record(SyncState.of(failure, now));
    }

    /// The person has chosen this place: if another library lies there, or none, this copy leaves its log with the next
    /// round there. Where it was synced last it does not, however empty that is now.
    ///
    /// @param place as [tidemark.remote.RemoteStore#describe] names it
    /// @param before the place that was set until now, for libraries that have not noted where they were synced
    public void allowMoveTo(String place, Optional<String> before) {
        new LastOutcome(database).record(new SyncState.UpToDate()); // it was about the place before
        Detach.allow(database, place, before);
    }
}
