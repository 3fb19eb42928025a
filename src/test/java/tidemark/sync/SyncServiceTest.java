package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.Request.Kind;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.FaultPlan;
import tidemark.remote.memory.MemoryStore;

/// The service under a clock that moves only when told to: each step happens when it is due and not earlier.
final class SyncServiceTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();

    @TempDir
    Path folder;

    private Copy copy;
    private SyncService service;

    @BeforeEach
    void open() {
        copy = new Copy(folder, "laptop", store, clock, new Random(1));
        service = service(copy);
        service.step();
        copy.counted.reset();
    }

    @AfterEach
    void close() {
        copy.close();
    }

    private SyncService service(Copy of) {
        var made = new SyncService(of.context());
        of.database.onCommit(made::changed);
        return made;
    }

    private SyncState state() {
        return service.status().state();
    }

    /// Runs the service whenever it is due, for this long.
    private void runFor(Duration time) {
        var end = clock.instant().plus(time);
        var due = service.step();
        while (!due.isAfter(end)) {
            if (due.isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), due));
            }
            due = service.step();
        }
        clock.advance(Duration.between(clock.instant(), end));
    }

    @Test
    void aBurstOfEditsIsOneBatchTwoSecondsAfterItsEnd() {
        for (int i = 0; i < 20; i++) {
            copy.set("project", "p" + i, "title", "Title " + i);
            runFor(Duration.ofMillis(100));
        }
        assertThat(state()).isEqualTo(new SyncState.Waiting(20));
        assertThat(copy.counted.count(Kind.CREATE)).isZero();
        runFor(Duration.ofSeconds(2));
        assertThat(state()).isInstanceOf(SyncState.UpToDate.class);
        assertThat(copy.counted.count(Kind.CREATE)).isEqualTo(1);
    }

    @Test
    void aServiceThatIsClosedLeavesALongPullAfterTheBatchAtHandAndTheNextOneGoesOn() {
        try (var other = new Copy(folder, "desk", store, clock, new Random(2))) {
            for (int i = 0; i < 5; i++) {
                other.set("project", "p" + i, "title", "Title " + i);
                other.sync();
            }
            service.onStatus(status -> {
                if (status.state() instanceof SyncState.Syncing) {
                    service.close();
                }
            });
            service.syncNow();
            service.step();
            assertThat(copy.position().version().number()).isEqualTo(1);
            service = service(copy);
            service.step();
            assertThat(copy.rows()).isEqualTo(other.rows());
        }
    }

    /// Traffic is written down in this way while a person saves.
    @Test
    void whoeverIsToldOfTheStateMayWaitForSomebodyWhoEdits() {
        for (boolean pause : new boolean[] {false, true}) {
            var told = new ArrayList<Boolean>();
            service = service(copy);
            service.onStatus(status -> {
                if (told.isEmpty() && (status.state() instanceof SyncState.Paused || status.pending() > 0)) {
                    told.add(isEditedOnAnotherThread(pause));
                }
            });
            service.step();
            if (pause) {
                service.pause();
            } else {
                copy.set("project", "p0", "title", "River");
            }
            service.step();
            assertThat(told).containsExactly(true);
        }
    }

    private boolean isEditedOnAnotherThread(boolean pause) {
        var editing = Thread.ofPlatform().daemon().start(() -> copy.set("project", "p1", "title", "Paused: " + pause));
        try {
            return editing.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void typingWithoutEndIsSentAfterTenSeconds() {
        for (int i = 0; i < 11; i++) {
            copy.set("project", "p1", "title", "Title " + i);
            runFor(Duration.ofSeconds(1));
        }
        assertThat(copy.counted.count(Kind.CREATE)).isEqualTo(1);
    }

    @Test
    void withNothingPendingThereIsNoRequestButThePoll() {
        runFor(Duration.ofMinutes(5));
        assertThat(copy.counted.requests()).allMatch(request -> request.kind() == Kind.GET);
        assertThat(copy.counted.requests()).hasSize(10);
    }

    @Test
    void aPersonWhoLooksIsAnsweredEveryFiveSeconds() {
        service.focused(true);
        runFor(Duration.ofSeconds(30));
        assertThat(copy.counted.requests()).hasSize(7);
    }

    @Test
    void aLineThatFailsIsTriedAgainAfterEverLongerWaits() {
        copy.network.follow(_ -> Fault.NEVER_SENT);
        runFor(Duration.ofMinutes(31));
        assertThat(state()).isInstanceOf(SyncState.Offline.class);
        assertThat(copy.counted.requests().size()).isBetween(8, 30);
        copy.network.follow(FaultPlan.none());
        service.syncNow();
        service.step();
        assertThat(state()).isInstanceOf(SyncState.UpToDate.class);
    }

    @Test
    void editsWhileOfflineAreSentWhenTheLineIsBack() {
        copy.network.follow(_ -> Fault.NEVER_SENT);
        copy.set("project", "p1", "title", "River");
        runFor(Duration.ofSeconds(3));
        assertThat(state()).isInstanceOf(SyncState.Offline.class);
        assertThat(service.status().pending()).isEqualTo(1);
        copy.network.follow(FaultPlan.none());
        runFor(Duration.ofMinutes(5));
        assertThat(service.status().pending()).isZero();
    }

    @Test
    void aRefusalAsksForThePersonAndIsLookedAtAgain() {
        copy.network.follow(FaultPlan.throwing(
                0, () -> new Denied(new tidemark.problem.Problem("No.", "Nothing was sent.", "Ask."))));
        service.syncNow();
        service.step();
        assertThat(state())
                .isInstanceOfSatisfying(
                        SyncState.ActionNeeded.class,
                        needed -> assertThat(needed.action()).isEqualTo(SyncState.Action.REMOTE_SETTINGS));
        runFor(Duration.ofMinutes(6));
        assertThat(state()).isInstanceOf(SyncState.UpToDate.class);
    }

    @Test
    void aPauseLastsThroughARestart() {
        service.pause();
        service.step();
        copy.set("project", "p1", "title", "River");
        runFor(Duration.ofMinutes(2));
        assertThat(state()).isInstanceOf(SyncState.Paused.class);
        copy.restart();
        service = service(copy);
        service.step();
        assertThat(state()).isInstanceOf(SyncState.Paused.class);
        assertThat(copy.counted.requests()).isEmpty();
        service.resume();
        service.step();
        assertThat(state()).isInstanceOf(SyncState.UpToDate.class);
        assertThat(service.status().pending()).isZero();
    }

    @Test
    void aClockSetBackAYearDoesNotStopTheSync() {
        runFor(Duration.ofSeconds(40));
        copy.counted.reset();
        clock.advance(Duration.ofDays(-365));
        copy.set("project", "p1", "title", "River");
        runFor(Duration.ofSeconds(15));
        assertThat(service.status().pending()).isZero();
    }

    @Test
    void theStatusTellsWhenTheRemoteLastAnswered() {
        runFor(Duration.ofSeconds(31));
        assertThat(service.status().lastCheck()).isEqualTo(Optional.of(Instant.parse("2026-03-01T10:00:30Z")));
        assertThat(service.status().version()).isZero();
    }
}
