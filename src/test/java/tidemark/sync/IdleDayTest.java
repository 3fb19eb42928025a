package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.Request.Kind;
import tidemark.remote.memory.MemoryStore;

/// The requests of a day, which providers charge for: few when nothing happens, prompt when something does.
final class IdleDayTest {
    private static final int MOST_OF_A_DAY = 20_000;

    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();

    @TempDir
    Path folder;

    private Copy copy;
    private SyncService service;

    @BeforeEach
    void open() {
        copy = new Copy(folder, "laptop", store, clock, new Random(1));
        copy.set("project", "p1", "title", "River");
        service = new SyncService(copy.context());
        copy.database.onCommit(service::changed);
        runFor(Duration.ofMinutes(2));
        copy.counted.reset();
    }

    @AfterEach
    void close() {
        copy.close();
    }

    private void runFor(Duration time) {
        var end = clock.instant().plus(time);
        for (var due = service.step(); !due.isAfter(end); due = service.step()) {
            if (due.isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), due));
            }
        }
        clock.advance(Duration.between(clock.instant(), end));
    }

    private int asked() {
        var count = copy.counted.requests().size();
        copy.counted.reset();
        return count;
    }

    @Test
    void aDayWithoutAPersonIsAFewHundredRequests() {
        runFor(Duration.ofHours(24));

        assertThat(copy.counted.requests()).allMatch(request -> request.kind() == Kind.GET);
        assertThat(asked()).isBetween(24 * 12, 700);
    }

    @Test
    void aDayWithEightHoursBeforeTheWindowStaysFarBelowTheBound() {
        runFor(Duration.ofHours(8));
        service.focused(true);
        runFor(Duration.ofHours(8));
        service.focused(false);
        runFor(Duration.ofHours(8));

        assertThat(asked()).isBetween(1000, MOST_OF_A_DAY / 8);
    }

    @Test
    void evenWorkInTheFocusedWindowRoundTheClockStaysBelowTheBound() {
        service.focused(true);
        for (int i = 0; i < 12; i++) {
            copy.set("project", "p1", "title", "River " + i);
            runFor(Duration.ofMinutes(5));
        }

        assertThat(24 * asked()).isBetween(MOST_OF_A_DAY / 2, MOST_OF_A_DAY);
    }

    @Test
    void whoComesBackIsAnsweredAtOnceAndOftenAgain() {
        runFor(Duration.ofHours(5));
        asked();
        service.focused(true);
        service.step();
        assertThat(asked()).isPositive();
        runFor(Duration.ofMinutes(1));
        assertThat(asked()).isBetween(11, 14);
    }

    @Test
    void newsFromAnotherDeviceMakesPollsFrequentAgain() {
        runFor(Duration.ofHours(5));
        try (var desk = new Copy(folder, "desk", store, clock, new Random(2))) {
            desk.sync();
            desk.set("project", "p1", "title", "Brook");
            desk.sync();
        }
        runFor(Duration.ofMinutes(5));
        assertThat(copy.text("project", "p1", "title")).isEqualTo("Brook");
        asked();
        runFor(Duration.ofMinutes(3));
        assertThat(asked()).isBetween(5, 8);
    }
}
