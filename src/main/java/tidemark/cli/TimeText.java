package tidemark.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as text for people, in the time zone of the computer.
final class TimeText {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private static final DateTimeFormatter OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private TimeText() {}

    /// The time of day to the second, for what is soon.
    static String ofDay(Instant time) {
        return OF_DAY.format(time.atZone(ZoneId.systemDefault()));
    }

    static String shown(Instant time) {
        return SHOWN.format(time.atZone(ZoneId.systemDefault()));
    }
}
