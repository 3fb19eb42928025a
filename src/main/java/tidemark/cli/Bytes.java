package tidemark.cli;

import java.util.Locale;

/// A number of bytes for people.
final class Bytes {
    private static final int STEP = 1024;
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB"};

    private Bytes() {}

    /// The number in the largest unit that it has one of, as in "1.5 MiB".
    static String shown(long bytes) {
        double number = bytes;
        int unit = 0;
        while (number >= STEP && unit < UNITS.length - 1) {
            number /= STEP;
            unit++;
        }
        return unit == 0
                ? String.format(Locale.ENGLISH, "%,d %s", bytes, bytes == 1 ? "byte" : UNITS[0])
                : String.format(Locale.ENGLISH, "%.1f %s", number, UNITS[unit]);
    }
}
