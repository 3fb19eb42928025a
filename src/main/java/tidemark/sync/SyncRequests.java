package tidemark.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tidemark.sync.state.Progress;

/// The requests of other threads to the sync service, and the schedule that follows from them.
///
/// Every method but [#sleep] may be called from any thread and returns at once. The one lock is the monitor of
/// `cadence`; no listener is called under it.
final class SyncRequests {
    private final InstantSource clock;
    private final Alarm alarm = new Alarm();

    // Given by the person and not carried out yet; null when there is none.
    private final AtomicReference<@Nullable Order> order = new AtomicReference<>();

    // Guarded by itself.
    private final Cadence cadence;

    // Guarded by cadence.
    private boolean paused;

    /// A round other than the usual, which the person orders.
    @FunctionalInterface
    interface Order {
        SyncResult carryOut(SyncEngine engine, Progress progress);
    }

    SyncRequests(InstantSource clock, RandomGenerator random, boolean isPaused) {
        this.clock = clock;
        this.cadence = new Cadence(random);
        this.paused = isPaused;
        cadence.active(clock.instant());
    }

    /// Notes an edit.
    void edited() {
        synchronized (cadence) {
            cadence.edited(clock.instant());
        }
        alarm.ring();
    }

    /// Makes a round due at once.
    void hurry() {
        synchronized (cadence) {
            cadence.hurry(clock.instant());
        }
        alarm.ring();
    }

    /// Notes whether the window has the focus.
    void focused(boolean has) {
        synchronized (cadence) {
            cadence.focused(has, clock.instant());
        }
        alarm.ring();
    }

    /// Pauses the service, or ends the pause, at its next turn.
    void paused(boolean pause) {
        synchronized (cadence) {
            paused = pause;
            cadence.hurry(clock.instant());
        }
        alarm.ring();
    }

    /// Keeps an order for the next round, and makes that due at once.
    void order(Order given) {
        order.set(given);
        hurry();
    }

    /// The order that waits to be carried out.
    Optional<Order> order() {
        return Optional.ofNullable(order.get());
    }

    /// Forgets an order that was carried out, or cannot be; one that was given since stays.
    void carriedOut(Order done) {
        order.compareAndSet(done, null);
    }

    /// The service's next turn.
    ///
    /// @param hasNothingToSend asked where only edits make a round due: some edits leave nothing pending
    Turn turn(Instant now, BooleanSupplier hasNothingToSend) {
        synchronized (cadence) {
            if (paused) {
                return Turn.PAUSED;
            }
            if (cadence.isOnlyForEdits(now) && hasNothingToSend.getAsBoolean()) {
                cadence.begin();
            }
            if (cadence.due(now).isAfter(now)) {
                return Turn.WAITING;
            }
            cadence.begin();
            return Turn.ROUND;
        }
    }

    /// The moment of the next round.
    Instant due(Instant now) {
        synchronized (cadence) {
            return cadence.due(now);
        }
    }

    /// Notes that a round succeeded, and returns when the next is due.
    ///
    /// @param hasMoved whether it pushed or pulled something
    Instant succeeded(Instant now, boolean hasMoved) {
        synchronized (cadence) {
            if (hasMoved) {
                cadence.active(now);
            }
            cadence.succeeded(now);
            return cadence.due(now);
        }
    }

    /// Notes that a round failed, and returns when to try again.
    ///
    /// @param wished the shortest wait that the remote asks for
    Instant failed(Instant now, Optional<Duration> wished) {
        synchronized (cadence) {
            return cadence.failed(now, wished);
        }
    }

    /// Sleeps for `time` at most, or until something is requested; returns whether to go on.
    boolean sleep(Duration time) {
        return alarm.sleep(time);
    }

    boolean isClosed() {
        return alarm.isOff();
    }

    void close() {
        alarm.turnOff();
    }
}
