package tidemark.sync.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.db.Origin;

/// Keeps when a round last succeeded, for programs that start later.
///
/// Polls come every few seconds, and to write each down would cost more than the poll itself: after the first round
/// only those that moved something count, and one in ten minutes.
public final class LastSync {
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Database database;
    private final InstantSource clock;
    private Optional<Instant> kept = Optional.empty();

    public LastSync(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// A round has succeeded.
    ///
    /// @param batches how many it sent and took
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
