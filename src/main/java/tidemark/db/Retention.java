package tidemark.db;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// The rule that decides which backups are kept: of the regular ones the newest of each of 7 days, 4 weeks and 6
/// months; besides, the newest 20 that a person asked for or that were made before something was replaced.
final class Retention {
    private static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final int MONTHS = 6;
    private static final int SPECIAL = 20;

    private Retention() {}

    /// The backups that are not kept.
    static List<Backup> superfluous(List<Backup> backups) {
        var newestFirst = backups.stream()
                .sorted(Comparator.comparing(Backup::at).reversed().thenComparing(Backup::file))
                .toList();
        var regular = newestFirst.stream().filter(Backup::isRegular).toList();
        var kept = new HashSet<Backup>();
        kept.addAll(newestOfEach(regular, DAYS, day -> day));
        kept.addAll(newestOfEach(regular, WEEKS, Retention::week));
        kept.addAll(newestOfEach(regular, MONTHS, day -> day.withDayOfMonth(1)));
        newestFirst.stream()
                .filter(backup -> !backup.isRegular() || backup.isRequested())
                .limit(SPECIAL)
                .forEach(kept::add);
        return newestFirst.stream().filter(backup -> !kept.contains(backup)).toList();
    }

    private static LocalDate week(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Set<Backup> newestOfEach(List<Backup> newestFirst, int most, Function<LocalDate, LocalDate> period) {
        var seen = new HashSet<LocalDate>();
        var kept = new LinkedHashSet<Backup>();
        for (var backup : newestFirst) {
            var day = backup.at().atOffset(ZoneOffset.UTC).toLocalDate();
            if (seen.size() < most && seen.add(period.apply(day))) {
                kept.add(backup);
            }
        }
        return kept;
    }
}
