package tidemark.ui.editor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The parser of days as people type them.
final class DateInput {
    private DateInput() {}

    /// The day that `typed` names: 2026-12-31, 31 Dec, 31 Dec 2026 or 31.12.2026, with "due" before it or not.
    static Optional<LocalDate> parse(String typed, LocalDate today) {
        var day = typed.strip().replaceFirst("(?i)^due\\s+", "");
        for (var form : List.of("uuuu-M-d", "d MMM uuuu", "d.M.uuuu", "d MMM")) {
            var format = form.contains("u") ? format(form) : withYear(form, today.getYear());
            try {
                return Optional.of(LocalDate.parse(day, format));
            } catch (DateTimeException e) {
                // the next form may fit
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter format(String form) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(form)
                .toFormatter(Locale.ENGLISH);
    }

    private static DateTimeFormatter withYear(String form, int year) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(form)
                .parseDefaulting(ChronoField.YEAR, year)
                .toFormatter(Locale.ENGLISH);
    }
}
