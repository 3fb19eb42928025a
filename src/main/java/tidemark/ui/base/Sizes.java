package tidemark.ui.base;

import java.util.Locale;

/// Numbers of bytes as text for people.
public final class Sizes {
    private static final double STEP = 1024;
    private static final String[] UNITS = {"KB", "MB", "GB", "TB"};

    /// From here on a decimal says nothing that anyone wants to know.
    private static final double LEAST_WITHOUT_DECIMAL = 100;

    private Sizes() {}

    /// The number in the largest unit that it has one of: "0 KB", "12 KB", "1.5 MB".
    public static String words(long bytes) {
        double number = bytes / STEP;
        int unit = 0;
        while (number >= STEP && unit < UNITS.length - 1) {
            number /= STEP;
            unit++;
        }
        if (unit == 0) {
            return String.format(Locale.ENGLISH, "%.0f %s", Math.ceil(number), UNITS[unit]);
        }
        var format = number < LEAST_WITHOUT_DECIMAL ? "%.1f" : "%.0f";
        return String.format(Locale.ENGLISH, format, number).replaceFirst("\\.0$", "") + " " + UNITS[unit];
    }
}
