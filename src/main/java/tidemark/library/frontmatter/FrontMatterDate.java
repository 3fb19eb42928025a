package tidemark.library.frontmatter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;

/// A day or time in front matter, such as `2020-02-02`, `2020-02-02 10:00` or `2020-02-02T10:00:00.123Z`.
///
/// @param day the day as it was written
/// @param time in ms of precision; without an offset in the time zone of this computer, without a time of
/// day when the
///     day begins there
/// @param isDay whether it has no time of day
record FrontMatterDate(LocalDate day, Instant time, boolean isDay) {
    private static final Pattern GAP = Pattern.compile("^(\\S+?)(?:[Tt]|\\s+)(\\d{1,2}:\\S+)\\s*(\\S*)$");

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(java.util.Locale.ROOT);

    /// The day or time that is written so; empty when it is neither.
    static Optional<FrontMatterDate> parse(String text, ZoneId zone) {
        var joined = GAP.matcher(text.strip()).replaceFirst("$1T$2$3");
        try {
            return Optional.of(
                    of(FORMAT.parseBest(joined, OffsetDateTime::from, LocalDateTime::from, LocalDate::from), zone));
        } catch (DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static FrontMatterDate of(TemporalAccessor parsed, ZoneId zone) {
        return switch (parsed) {
            case OffsetDateTime time -> new FrontMatterDate(time.toLocalDate(), inMs(time.toInstant()), false);
            case LocalDateTime time ->
                new FrontMatterDate(time.toLocalDate(), inMs(time.atZone(zone).toInstant()), false);
            default -> {
                var day = LocalDate.from(parsed);
                yield new FrontMatterDate(day, inMs(day.atStartOfDay(zone).toInstant()), true);
            }
        };
    }

    private static Instant inMs(Instant time) {
        return Instant.ofEpochMilli(time.toEpochMilli());
    }
}
