package tidemark.bench;

import java.util.Locale;

/// A measured number.
///
/// @param what the measure in a word
public record Measure(String what, double value, String unit) {
    /// A time in milliseconds.
    public static Measure millis(String what, double value) {
        return new Measure(what, value, "ms");
    }

    /// A number of bytes.
    public static Measure bytes(String what, long value) {
        return new Measure(what, (double) value, "B");
    }

    /// A number of things.
    public static Measure count(String what, long value) {
        return new Measure(what, (double) value, "");
    }

    /// Small numbers with decimals, larger ones without.
    @Override
    public String toString() {
        var digits = value == Math.rint(value) || value >= 100 ? 0 : value >= 1 ? 1 : 3;
        return (what + " " + String.format(Locale.ROOT, "%,." + digits + "f", value) + " " + unit).stripTrailing();
    }
}
