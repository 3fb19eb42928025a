package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The removal of old backups: never the newest, and never the last of a day, week or month that is kept.
final class RetentionTest {
    private static final Instant START = Instant.parse("2025-01-01T08:00:00Z");

    private static Backup backup(Instant at, String reason) {
        return Backup.of(Path.of(Backup.name(at, reason) + ".sqlite")).orElseThrow();
    }

    private static List<Backup> afterYears(int days) {
        var kept = new ArrayList<Backup>();
        for (int day = 0; day < days; day++) {
            kept.add(backup(START.plus(Duration.ofDays(day)), ""));
            kept.removeAll(Retention.superfluous(kept));
        }
        return kept;
    }

    @Test
    void aYearOfDaysLeavesSevenDaysFourWeeksAndSixMonths() {
        // until Wednesday, 4 February 2026
        assertThat(afterYears(400))
                .extracting(backup -> LocalDate.ofInstant(backup.at(), ZoneOffset.UTC))
                .extracting(LocalDate::toString)
                .containsExactly(
                        // the end of each of six months, the last of which is not over
                        "2025-09-30",
                        "2025-10-31",
                        "2025-11-30",
                        "2025-12-31",
                        // the Sunday of each of four weeks, the last of which is not over
                        "2026-01-18",
                        "2026-01-25",
                        // the last seven days, with a Sunday and the end of a month among them
                        "2026-01-29",
                        "2026-01-30",
                        "2026-01-31",
                        "2026-02-01",
                        "2026-02-02",
                        "2026-02-03",
                        "2026-02-04");
    }

    @Test
    void whoseComputerRunsOnceAWeekKeepsTheSameTimesAndNeverFewerThanSeven() {
        var kept = new ArrayList<Backup>();
        for (int week = 0; week < 52; week++) {
            kept.add(backup(START.plus(Duration.ofDays(7L * week)), ""));
            kept.removeAll(Retention.superfluous(kept));
            assertThat(kept).hasSizeGreaterThanOrEqualTo(Math.min(week + 1, 7));
        }
        assertThat(kept).hasSizeBetween(7, 7 + 6);
        assertThat(kept.getFirst().at()).isBefore(kept.getLast().at().minus(Duration.ofDays(120)));
    }

    @Test
    void ofOneDayTheNewestIsKept() {
        var morning = backup(START, "");
        var noon = backup(START.plus(Duration.ofHours(4)), "");
        assertThat(Retention.superfluous(List.of(morning, noon))).containsExactly(morning);
    }

    @Test
    void whatWasKeptBeforeSomethingWasReplacedIsCountedByItself() {
        var all = new ArrayList<Backup>();
        for (int i = 0; i < 25; i++) {
            all.add(backup(START.plusSeconds(i), "before-restore"));
        }
        all.add(backup(START.minus(Duration.ofDays(1)), ""));
        assertThat(Retention.superfluous(all))
                .hasSize(5)
                .allMatch(backup -> backup.at().isBefore(START.plusSeconds(5)));
    }

    @Test
    void whatAPersonAskedForStaysBesideTheOthersOfItsDayAndCountsAsOneOfThem() {
        var morning = backup(START, "on-request");
        var noon = backup(START.plus(Duration.ofHours(4)), "on-request");
        var evening = backup(START.plus(Duration.ofHours(8)), "");
        assertThat(Retention.superfluous(List.of(morning, noon, evening))).isEmpty();

        var each = new ArrayList<Backup>();
        for (int day = 0; day < 60; day++) {
            each.add(backup(START.plus(Duration.ofDays(day)), "on-request"));
            each.removeAll(Retention.superfluous(each));
        }
        assertThat(each).hasSize(20 + 2); // the end of January and of the fourth week are older
    }

    @Test
    void aNameSaysWhenAndWhy() {
        var found = backup(START, "before-restore");
        assertThat(found.at()).isEqualTo(START);
        assertThat(found.reason()).isEqualTo(Optional.of("before-restore"));
        assertThat(Backup.of(Path.of("before-format-2.sqlite"))).isEmpty();
        assertThat(Backup.of(Path.of("2025-13-01T080000Z.sqlite"))).isEmpty();
        assertThat(Backup.of(Path.of("2025-01-01T080000Z.2.sqlite"))).isPresent();
    }
}
