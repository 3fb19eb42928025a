package tidemark.ui.base;

import static tidemark.ui.base.Texts.text;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times relative to now, as text for people: "2 min", "3 d", "12 Mar".
public final class RelativeTime {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final long DAYS_SHOWN = 7;

    private RelativeTime() {}

    /// The age of `then` in few characters: "2 min"; the day when it is a week or more.
    public static String ago(Instant then, Instant now, ZoneId zone) {
        var age = Duration.between(then, now);
        if (age.compareTo(Duration.ofMinutes(1)) < 0) {
            return text("time.now");
        }
        if (age.compareTo(Duration.ofHours(1)) < 0) {
            return text("time.minutes", age.toMinutes());
        }
        if (age.compareTo(Duration.ofDays(1)) < 0) {
            return text("time.hours", age.toHours());
        }
        return age.toDays() < DAYS_SHOWN
                ? text("time.days", age.toDays())
                : day(LocalDate.ofInstant(then, zone), LocalDate.ofInstant(now, zone));
    }

    /// The day, with its year when that is not this year.
    public static String day(LocalDate day, LocalDate today) {
        return (day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(day);
    }

    /// The age of `then` within a sentence: "just now", "5 min ago", "on 12 Mar".
    public static String agoInWords(Instant then, Clock clock) {
        var age = Duration.between(then, clock.instant());
        if (age.toDays() >= DAYS_SHOWN) {
            var zone = clock.getZone();
            return text("time.on", day(LocalDate.ofInstant(then, zone), LocalDate.now(clock)));
        }
        return age.toHours() < 24 ? since(age) : text("time.ago", text("time.days", age.toDays()));
    }

    /// An age within a sentence: "just now", "12 s ago".
    public static String since(Duration age) {
        return age.compareTo(Duration.ofSeconds(2)) < 0 ? text("time.just") : text("time.ago", span(age));
    }

    /// A short span of time, such as that until the next try: "12 s", "3 min".
    public static String span(Duration span) {
        if (span.compareTo(Duration.ofMinutes(1)) < 0) {
            return text("time.seconds", Math.max(0, span.toSeconds()));
        }
        return span.compareTo(Duration.ofHours(1)) < 0
                ? text("time.minutes", span.toMinutes())
                : text("time.hours", span.toHours());
    }
}
