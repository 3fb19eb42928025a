package tidemark.app.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.Database;
import tidemark.remote.Request;
import tidemark.remote.Request.Kind;
import tidemark.schema.LibrarySchema;

/// The counts of requests and bytes, by day.
final class TrafficTest {
    private final DayClock clock = new DayClock();

    @TempDir
    Path folder;

    private Database database;
    private Settings settings;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("a.sqlite"), Database.Settings.of(LibrarySchema.CURRENT, clock));
        settings = new Settings(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Traffic traffic() {
        return new Traffic(settings, clock);
    }

    private static void ask(Traffic traffic, Kind kind, int times) {
        for (int i = 0; i < times; i++) {
            traffic.requested(new Request(kind, "x"));
        }
    }

    @Test
    void requestsAreCountedByDayAndClass() {
        var traffic = traffic();
        ask(traffic, Kind.PUT, 1);
        ask(traffic, Kind.CREATE, 2);
        ask(traffic, Kind.LIST, 3);
        ask(traffic, Kind.GET, 10);
        ask(traffic, Kind.HEAD, 20);
        ask(traffic, Kind.DELETE, 5);
        traffic.sent(100);
        traffic.received(1000);
        clock.advance(Duration.ofDays(1));
        ask(traffic, Kind.GET, 7);

        assertThat(traffic.days())
                .containsExactly(
                        new TrafficDay(LocalDate.parse("2026-03-01"), 6, 30, 5, 100, 1000),
                        new TrafficDay(LocalDate.parse("2026-03-02"), 0, 7, 0, 0, 0));
        assertThat(traffic.today().requests()).isEqualTo(7);
        assertThat(traffic.requestsPerMonth()).isEqualTo((41 + 7) / 2 * 30);
    }

    @Test
    void twoProcessesAddUp() {
        var window = traffic();
        var commandLine = traffic();
        ask(window, Kind.GET, 3);
        ask(commandLine, Kind.GET, 4);
        window.write();
        commandLine.write();

        assertThat(traffic().today().reads()).isEqualTo(7);
    }

    @Test
    void theLibraryIsWrittenToSeldom() {
        var traffic = traffic();
        var commits = new int[1];
        database.onCommit(_ -> commits[0]++);
        for (int minute = 0; minute < 60; minute++) {
            ask(traffic, Kind.GET, 12);
            traffic.writeIfDue();
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(commits[0]).isBetween(4, 6);
        assertThat(traffic.today().reads()).isEqualTo(720);
    }

    /// Statuses are told by whoever commits, while it holds the writer's lock.
    @Test
    void whoeverIsToldOfACommitMayReadTheCounts() {
        var traffic = traffic();
        var seen = new ArrayList<Long>();
        database.onCommit(_ -> seen.add(traffic.today().reads()));
        ask(traffic, Kind.GET, 3);
        settings.set("theme", "dark");

        assertThat(seen).containsExactly(3L);
    }

    /// A place is probed once, when it is set up.
    @Test
    void theRequestsOfAProbeAreCountedApartFromThoseOfTheMonth() {
        var traffic = traffic();
        for (int i = 0; i < 200; i++) {
            traffic.ofProbes().requested(new Request(Kind.PUT, "probe/x"));
        }
        ask(traffic, Kind.GET, 4);
        traffic.write();

        assertThat(traffic().today().requests()).isEqualTo(4);
        assertThat(traffic().probesToday()).isEqualTo(200);
        assertThat(traffic().requestsPerMonth()).isEqualTo(4 * 30);
        clock.advance(Duration.ofDays(1));
        assertThat(traffic().probesToday()).isZero();
    }

    @Test
    void daysOfLongAgoAreForgotten() {
        var traffic = traffic();
        ask(traffic, Kind.GET, 1);
        clock.advance(Duration.ofDays(63));
        ask(traffic, Kind.GET, 2);

        assertThat(traffic.days()).extracting(TrafficDay::reads).containsExactly(2L);
    }

    @Test
    void theMonthIsEstimatedFromTheLastSevenDays() {
        var traffic = traffic();
        ask(traffic, Kind.GET, 10_000);
        for (int day = 0; day < 7; day++) {
            clock.advance(Duration.ofDays(1));
            ask(traffic, Kind.GET, 100);
        }

        assertThat(traffic.requestsPerMonth()).isEqualTo(3000);
        traffic.write();
        assertThat(traffic().requestsPerMonth()).isEqualTo(3000);
    }

    @Test
    void whatIsNoNumberIsNoDay() {
        settings.set("traffic.2026-03-01", "many");

        assertThat(traffic().days()).isEmpty();
        assertThat(traffic().requestsPerMonth()).isZero();
    }

    private static final class DayClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T10:00:00Z");

        void advance(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
