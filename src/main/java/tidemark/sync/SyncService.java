package tidemark.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.DatabaseException;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.sync.SyncState.Action;
import tidemark.sync.state.Pending;
import tidemark.sync.state.Progress;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// Keeps a library in sync in the background and says what it is doing.
///
/// [#step] runs one turn of the state machine and says when the next is due; [#run] does that until closed on the
/// thread it is called from, a simulation does it under its own clock. The other methods may be called from any
/// thread, return at once, and take effect at the next turn.
public final class SyncService implements Runnable, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SyncService.class);

    /// A clock that jumps, or a computer that slept, is noticed within this time.
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    /// What only the person can mend may have been mended elsewhere: it is looked at again.
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

    private final SyncContext context;
    private final SyncEngine engine;
    private final StatusPublisher publisher;
    private final Alarm alarm = new Alarm();

    // What the person decided and is not carried out yet; null when there is nothing.
    private final AtomicReference<@Nullable RollbackDecision> decision = new AtomicReference<>();

    // Guarded by cadence.
    private final Cadence cadence;
    private boolean paused;
    private boolean inRound;

    /// A service for this copy and this remote; it begins with [#run] or [#step].
    public SyncService(SyncContext context) {
        this.context = context;
        this.engine = new SyncEngine(context);
        this.cadence = new Cadence(context.random());
        cadence.active(context.clock().instant());
        this.publisher = new StatusPublisher(context.database(), context.store().describe());
        this.paused = isPausedFor(context.database());
    }

    /// Whether the person has paused the sync of this library.
    private static boolean isPausedFor(Database database) {
        return database.read(sql -> new Replica(sql).isPaused());
    }

    /// What is known now.
    public SyncStatus status() {
        return publisher.status();
    }

    /// Calls `listener` with the present status and each later one, on the thread that made it.
    public void onStatus(Consumer<SyncStatus> listener) {
        publisher.onStatus(listener);
    }

    /// The library was changed, here or by another process. What a round itself writes is no edit.
    public void edited() {
        var now = context.clock().instant();
        synchronized (cadence) {
            if (inRound && Thread.holdsLock(engine)) {
                return;
            }
            cadence.edited(now);
        }
        alarm.ring();
    }

    /// Looks at the remote at once, whatever it waits for.
    public void syncNow() {
        hurry();
    }

    /// Something may be new on the remote.
    public void remoteChanged() {
        hurry();
    }

    /// The remote went back, and the person decided whose state counts. Held until the remote can be reached.
    public void decide(RollbackDecision chosen) {
        decision.set(chosen);
        hurry();
    }

    private void hurry() {
        synchronized (cadence) {
            cadence.hurry(context.clock().instant());
        }
        alarm.ring();
    }

    /// Whether the person is looking at the window: polls are more frequent then.
    public void focused(boolean has) {
        synchronized (cadence) {
            cadence.focused(has, context.clock().instant());
        }
        alarm.ring();
    }

    /// Stops after the present round, and stays so after a restart.
    public void pause() {
        setPaused(true);
    }

    /// Goes on.
    public void resume() {
        setPaused(false);
    }

    private void setPaused(boolean pause) {
        synchronized (cadence) {
            paused = pause;
            cadence.hurry(context.clock().instant());
        }
        alarm.ring();
    }

    /// Runs turns until closed.
    @Override
    public void run() {
        var next = step();
        while (alarm.sleep(untilDue(next))) {
            next = step();
        }
    }

    private Duration untilDue(Instant next) {
        var wait = Duration.between(context.clock().instant(), next);
        return wait.compareTo(LONGEST_SLEEP) < 0 ? wait : LONGEST_SLEEP;
    }

    /// Runs a round when one is due, and returns when to look again.
    public Instant step() {
        var now = context.clock().instant();
        return switch (turn(now)) {
            case PAUSED -> {
                rememberPause(true);
                publisher.publish(new SyncState.Paused());
                yield now.plus(LOOK_AGAIN);
            }
            case WAITING -> {
                showWaiting();
                synchronized (cadence) {
                    yield cadence.due(now);
                }
            }
            case ROUND -> {
                try {
                    rememberPause(false);
                    yield round();
                } finally {
                    synchronized (cadence) {
                        inRound = false;
                    }
                }
            }
        };
    }

    /// Decides under the lock, and tells nobody there: who writes to the library then, as listeners do, would wait for
    /// a writer who waits for the lock to say that the library was edited.
    private Turn turn(Instant now) {
        synchronized (cadence) {
            if (paused) {
                return Turn.PAUSED;
            }
            if (cadence.isOnlyForEdits(now) && hasNothingToSend()) {
                cadence.begin();
            }
            if (cadence.due(now).isAfter(now)) {
                return Turn.WAITING;
            }
            cadence.begin();
            inRound = true;
            return Turn.ROUND;
        }
    }

    /// Commits of the search index, or of a pull, look like edits until `pending` is asked.
    private boolean hasNothingToSend() {
        return context.database().read(sql -> new Pending(sql).count()) == 0;
    }

    private void rememberPause(boolean pause) {
        if (isPausedFor(context.database()) != pause) {
            context.database().change(sql -> new Replica(sql).set(Replica.PAUSED, pause ? "yes" : "no"));
        }
    }

    /// Between rounds a failure stays on show; otherwise it is what waits.
    private void showWaiting() {
        switch (publisher.status().state()) {
            case SyncState.Offline _, SyncState.ActionNeeded _, SyncState.UpdateNeeded _ ->
                publisher.publish(publisher.status().state());
            case SyncState _ -> publisher.publish(publisher.idle());
        }
    }

    private Instant round() {
        publisher.publish(
                publisher.status().pending() > 0 ? new SyncState.Syncing(0, 1, 0, 0) : new SyncState.Checking());
        try {
            var progress = untilClosed(new ProgressMeter(context.clock(), publisher::publishQuickly));
            SyncResult result;
            synchronized (engine) {
                var decided = Optional.ofNullable(decision.get());
                result = decided.isPresent() ? engine.decide(decided.get(), progress) : engine.sync(progress);
                decision.set(null);
            }
            return ended(result);
        } catch (CancellationException e) {
            LOG.info("The round was left: {}", e.getMessage());
            return context.clock().instant();
        } catch (Unavailable e) {
            return retry(e.problem(), e.retryAfter());
        } catch (DatabaseException.Busy e) {
            return retry(e.problem(), Optional.empty());
        } catch (TidemarkException e) {
            decision.set(null);
            var action = e instanceof Denied ? Action.REMOTE_SETTINGS : Action.RETRY;
            return stopped(new SyncState.ActionNeeded(e.problem(), action), e);
        } catch (RuntimeException e) {
            decision.set(null);
            return stopped(SyncState.ActionNeeded.unexpected(e), e);
        }
    }

    /// A round that has far to go, such as a first sync, is left after a batch, as a crash would leave it there.
    private Progress untilClosed(Progress told) {
        return (done, total, bytes) -> {
            told.advanced(done, total, bytes);
            if (alarm.isOff()) {
                throw new CancellationException("closed after " + done + " batches");
            }
        };
    }

    private Instant ended(SyncResult result) {
        return switch (result) {
            case SyncResult.UpToDate(var pulled, var pushed) -> {
                var now = context.clock().instant();
                publisher.publishChecked(publisher.idle(), now);
                synchronized (cadence) {
                    if (pulled + pushed > 0) {
                        cadence.active(now);
                    }
                    cadence.succeeded(now);
                    yield cadence.due(now);
                }
            }
            case SyncResult.UpdateNeeded(var minReader) -> waitForPerson(new SyncState.UpdateNeeded(minReader));
            case SyncResult.RolledBack(var problem, var remote) ->
                waitForPerson(SyncState.ActionNeeded.wentBack(problem, remote));
        };
    }

    private Instant retry(Problem because, Optional<Duration> wished) {
        Instant next;
        synchronized (cadence) {
            next = cadence.failed(context.clock().instant(), wished);
        }
        LOG.info("Offline until {}: {}", next, because);
        publisher.publish(new SyncState.Offline(next, because));
        return next;
    }

    private Instant stopped(SyncState.ActionNeeded state, RuntimeException failure) {
        LOG.error("Sync stopped: {}", state.problem(), failure);
        return waitForPerson(state);
    }

    private Instant waitForPerson(SyncState state) {
        publisher.publish(state);
        var now = context.clock().instant();
        synchronized (cadence) {
            return cadence.failed(now, Optional.of(LOOK_AGAIN));
        }
    }

    /// Ends [#run] after the present batch.
    @Override
    public void close() {
        alarm.turnOff();
    }
}
