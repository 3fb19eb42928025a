package tidemark.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.Pending;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// The service that keeps a library in sync in the background and publishes its status.
///
/// [#step] runs one turn of the state machine and says when the next is due; [#run] does that until closed on the
/// thread it is called from, a simulation does it under its own clock. The other methods may be called from any thread,
/// return at once, and take effect at the next turn.
public final class SyncService implements Runnable, AutoCloseable {
    /// A clock that jumps, or a computer that slept, is noticed within this time.
    private static final Duration LONGEST_SLEEP = Duration.ofSeconds(30);

    private final SyncContext context;
    private final StatusPublisher publisher;
    private final SyncRequests requests;
    private final ServiceRound round;

    /// A service for this copy and this remote; it begins with [#run] or [#step].
    public SyncService(SyncContext context) {
        this.context = context;
        this.requests = new SyncRequests(context.clock(), context.random(), isPausedFor(context.database()));
        this.publisher = new StatusPublisher(context.database(), context.store().describe());
        this.round = new ServiceRound(
                new SyncEngine(context), context.clock(), publisher, requests, new LastOutcome(context.database()));
    }

    /// Whether the person has paused the sync of this library.
    private static boolean isPausedFor(Database database) {
        return database.read(sql -> new Replica(sql).isPaused());
    }

    /// The present status.
    public SyncStatus status() {
        return publisher.status();
    }

    /// Whether a round has found the remote to be this library's, and no later one has found it otherwise.
    public boolean isConfirmed() {
        return publisher.isConfirmed()
                && switch (status().state()) {
                    case SyncState.ActionNeeded _, SyncState.UpdateNeeded _, SyncState.Paused _ -> false;
                    case SyncState _ -> true;
                };
    }

    /// Calls `listener` with the present status and each later one, on the thread that made it.
    public void onStatus(Consumer<SyncStatus> listener) {
        publisher.onStatus(listener);
    }

    /// Notes that the library was changed, here or by another process. Only an edit asks for a round.
    public void changed(Origin origin) {
        if (origin == Origin.EDIT) {
            requests.edited();
        }
    }

    /// Makes a round due at once.
    public void syncNow() {
        requests.hurry();
    }

    /// Makes a round due at once, because something may be new on the remote.
    public void remoteChanged() {
        requests.hurry();
    }

    /// Takes a person's decision after a rollback of the remote, to be carried out as soon as that can be reached.
    public void decide(RollbackDecision chosen) {
        requests.order((engine, progress) -> engine.decide(chosen, progress));
    }

    /// Takes the person's order to skip the batch that no device can read, to be carried out as soon as the remote can
    /// be reached.
    public void skipUnreadable() {
        requests.order(SyncEngine::skipUnreadable);
    }

    /// Notes whether the window has the focus: polls are more frequent then.
    public void focused(boolean has) {
        requests.focused(has);
    }

    /// Stops after the present round, and stays so after a restart.
    public void pause() {
        requests.paused(true);
    }

    /// Ends the pause.
    public void resume() {
        requests.paused(false);
    }

    /// Runs turns until closed.
    @Override
    public void run() {
        for (var goesOn = !requests.isClosed(); goesOn; ) {
            goesOn = requests.sleep(untilDue(step()));
        }
    }

    private Duration untilDue(Instant next) {
        var wait = Duration.between(context.clock().instant(), next);
        return wait.compareTo(LONGEST_SLEEP) < 0 ? wait : LONGEST_SLEEP;
    }

    /// Runs a round when one is due, and returns when the next step is.
    public Instant step() {
        var now = context.clock().instant();
        return switch (requests.turn(now, this::hasNothingToSend)) {
            case PAUSED -> {
                rememberPause(true);
                publisher.publish(new SyncState.Paused());
                yield now.plus(ServiceRound.RECHECK_AFTER);
            }
            case WAITING -> {
                showWaiting();
                yield requests.due(now);
            }
            case ROUND -> {
                rememberPause(false);
                yield round.run();
            }
        };
    }

    /// Whether nothing is pending: an edit that was typed back leaves nothing to send.
    private boolean hasNothingToSend() {
        return context.database().read(sql -> new Pending(sql).count()) == 0;
    }

    private void rememberPause(boolean pause) {
        if (isPausedFor(context.database()) != pause) {
            var word = pause ? "yes" : "no";
            context.database().change(Origin.SYNC, sql -> new Replica(sql).set(LocalKey.PAUSED, word));
        }
    }

    /// Publishes the state between rounds: a failure stays, otherwise it follows from what is pending.
    private void showWaiting() {
        switch (publisher.status().state()) {
            case SyncState.Offline _, SyncState.ActionNeeded _, SyncState.UpdateNeeded _ ->
                publisher.publish(publisher.status().state());
            case SyncState _ -> publisher.publish(publisher.idle());
        }
    }

    /// Ends [#run] after the present batch.
    @Override
    public void close() {
        requests.close();
    }
}
