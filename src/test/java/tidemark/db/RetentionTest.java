package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Old backups go, but never the newest, and never the last of a time.
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
        var kept = afterYears(400);
        var last = START.plus(Duration.ofDays(399));
        assertThat(kept).hasSizeBetween(13, 17);
        for (int day = 0; day < 7; day++) {
            assertThat(kept).contains(backup(last.minus(Duration.ofDays(day)), ""));
        }
        assertThat(kept.getFirst().at()).isBefore(last.minus(Duration.ofDays(120)));
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
    void aNameSaysWhenAndWhy() {
        var found = backup(START, "before-restore");
        assertThat(found.at()).isEqualTo(START);
        assertThat(found.reason()).isEqualTo(Optional.of("before-restore"));
        assertThat(Backup.of(Path.of("before-format-2.sqlite"))).isEmpty();
        assertThat(Backup.of(Path.of("2025-13-01T080000Z.sqlite"))).isEmpty();
        assertThat(Backup.of(Path.of("2025-01-01T080000Z.2.sqlite"))).isPresent();
    }
}
