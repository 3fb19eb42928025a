package tidemark.ui.editor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The parser of days as people type them.
final class DateInput {
    private static final List<String> FORMS =
            List.of("uuuu-M-d", "d MMM uuuu", "d MMMM uuuu", "d.M.uuuu", "d MMM", "d MMMM");

    private DateInput() {}

    /// The day that `typed` names: 2026-12-31, 31 Dec, 31 December 2026 or 31.12.2026, with "due" before it or not.
    static Optional<LocalDate> parse(String typed, LocalDate today) {
        var day = typed.strip().replaceFirst("(?i)^due\\s+", "");
        for (var form : FORMS) {
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
        return strict(builder(form));
    }

    private static DateTimeFormatter withYear(String form, int year) {
        return strict(builder(form).parseDefaulting(ChronoField.YEAR, year));
    }

    private static DateTimeFormatterBuilder builder(String form) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(form);
    }

    /// A format that takes days of the calendar only: 31 Feb is none, instead of the last of the month.
    private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
        return builder.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }
}
