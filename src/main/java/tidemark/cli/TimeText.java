package tidemark.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as text for people, in the time zone of the computer.
final class TimeText {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private TimeText() {}

    static String shown(Instant time) {
        return SHOWN.format(time.atZone(ZoneId.systemDefault()));
    }
}
