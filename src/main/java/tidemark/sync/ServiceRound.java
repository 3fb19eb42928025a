package tidemark.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.DatabaseException;
import tidemark.problem.Count;
import tidemark.problem.TidemarkException;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.sync.state.Progress;

/// One round of the sync service: the engine's result or failure becomes a published state and the moment of the next
/// round.
final class ServiceRound {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceRound.class);

    /// The time to the next round after a failure that only the person can mend: it may have been mended elsewhere.
    static final Duration RECHECK_AFTER = Duration.ofMinutes(5);

    private final SyncEngine engine;
    private final InstantSource clock;
    private final StatusPublisher publisher;
    private final SyncRequests requests;
    private final LastOutcome outcome;

    ServiceRound(
            SyncEngine engine,
            InstantSource clock,
            StatusPublisher publisher,
            SyncRequests requests,
            LastOutcome outcome) {
        this.engine = engine;
        this.clock = clock;
        this.publisher = publisher;
        this.requests = requests;
        this.outcome = outcome;
    }

    /// Carries out one round, or the order that waits, publishes its outcome, and returns when the next is due.
    Instant run() {
        publisher.publish(
                publisher.status().pending() > 0 ? new SyncState.Syncing(0, 1, 0, 0) : new SyncState.Checking());
        var order = requests.order();
        try {
            var progress = untilClosed(new ProgressMeter(clock, publisher::publishQuickly));
            var result = order.isPresent() ? order.get().carryOut(engine, progress) : engine.sync(progress);
            order.ifPresent(requests::carriedOut);
            return ended(result);
        } catch (CancellationException e) {
            LOG.info("The round was left: {}", e.getMessage());
            return clock.instant();
        } catch (Unavailable e) {
            return retry(e, e.retryAfter());
        } catch (DatabaseException.Busy e) {
            return retry(e, Optional.empty());
        } catch (TidemarkException e) {
            order.ifPresent(requests::carriedOut);
            return stopped(SyncState.of(e, clock.instant()), e);
        } catch (RuntimeException e) {
            order.ifPresent(requests::carriedOut);
            return stopped(SyncState.ActionNeeded.unexpected(e), e);
        }
    }

    /// Progress that ends a long round, such as a first sync, after the present batch once the service is
    /// closed, as a
    /// crash there would.
    private Progress untilClosed(Progress told) {
        return (done, total, bytes) -> {
            told.advanced(done, total, bytes);
            if (requests.isClosed()) {
                throw new CancellationException("closed after " + Count.of(done, "batch"));
            }
        };
    }

    private Instant ended(SyncResult result) {
        return SyncState.of(result).map(this::waitForPerson).orElseGet(() -> succeeded((SyncResult.UpToDate) result));
    }

    private Instant succeeded(SyncResult.UpToDate result) {
        var now = clock.instant();
        var state = publisher.idle();
        outcome.record(state);
        publisher.publishChecked(state, now);
        return requests.succeeded(now, result.pulled() + result.pushed() > 0);
    }

    private Instant retry(TidemarkException because, Optional<Duration> wished) {
        var next = requests.failed(clock.instant(), wished);
        LOG.info("Offline until {}: {}", next, because.problem());
        show(SyncState.Offline.of(because, next));
        return next;
    }

    private Instant stopped(SyncState state, RuntimeException failure) {
        LOG.error("Sync stopped", failure);
        return waitForPerson(state);
    }

    private Instant waitForPerson(SyncState state) {
        show(state);
        return requests.failed(clock.instant(), Optional.of(RECHECK_AFTER));
    }

    private void show(SyncState state) {
        outcome.record(state);
        publisher.publish(state);
    }
}
