package tidemark.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import tidemark.sync.state.Progress;

/// The progress of a round as the state that is shown, with bytes per second.
final class ProgressMeter implements Progress {
    private final InstantSource clock;
    private final Consumer<SyncState> show;
    private final Instant began;
    private long bytes;

    ProgressMeter(InstantSource clock, Consumer<SyncState> show) {
        this.clock = clock;
        this.show = show;
        this.began = clock.instant();
    }

    @Override
    public void advanced(long done, long total, long more) {
        bytes += more;
        var millis = Duration.between(began, clock.instant()).toMillis();
        show.accept(new SyncState.Syncing(done, total, bytes, millis > 0 ? bytes * 1000 / millis : 0));
    }
}
