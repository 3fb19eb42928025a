package tidemark.sync;

import java.time.Instant;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.problem.TidemarkException;
import tidemark.sync.apply.UnknownFieldsAdoption;
import tidemark.sync.state.Detach;
import tidemark.sync.state.ValidText;

/// The local copy of a library in regard to its log, where no remote is asked.
public record LocalCopy(Database database) {
    /// Adopts the fields that an older program kept for this one: to be called after each opening, done once for each
    /// schema number.
    public void adoptUnknownFields() {
        UnknownFieldsAdoption.run(database);
    }

    /// Stores the texts that another tool wrote in bytes that are no UTF-8 as every device reads them, and returns the
    /// number of records that had one. Reads every row.
    public int makeTextsValid() {
        var invalid = database.read(sql -> new ValidText(sql, database.schema()).invalid());
        if (!invalid.isEmpty()) {
            database.change(Origin.UPKEEP, sql -> new ValidText(sql, database.schema()).store(invalid));
        }
        return invalid.size();
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
