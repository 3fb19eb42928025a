package tidemark.sync.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.db.Origin;

/// The moment when a round last succeeded, stored for programs that start later.
///
/// Polls come every few seconds, and to store each would cost more than the poll itself: after the first round only
/// those that pushed or pulled something are stored, and one in ten minutes.
public final class LastSync {
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Database database;
    private final InstantSource clock;
    private Optional<Instant> kept = Optional.empty();

    /// The last sync of this copy; nothing is stored until a round succeeds.
    public LastSync(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Notes that a round succeeded.
    ///
    /// @param batches the number of batches that it pushed and pulled
    public void succeeded(long batches) {
        var now = clock.instant();
        var isFresh = kept.filter(at -> Duration.between(at, now).abs().compareTo(PAUSE) < 0)
                .isPresent();
        if (batches > 0 || !isFresh) {
            database.change(
                    Origin.SYNC, sql -> new Replica(sql).set(LocalKey.LAST_SYNC, Long.toString(now.toEpochMilli())));
            kept = Optional.of(now);
        }
    }
}
