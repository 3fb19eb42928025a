package tidemark.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// A bound on bytes as a person types it: a number with a unit, such as `10M` or `1.5 GiB`; `none` or `all` for no
/// bound.
///
/// @param bytes empty for no bound
record ByteLimit(OptionalLong bytes) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?) ?([kmgt]?)(?:i?b)?");
    private static final String UNITS = "kmgt";
    private static final int STEP_BITS = 10;

    /// The bound in this text, if it is one.
    static Optional<ByteLimit> of(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals("none") || word.equals("all")) {
            return Optional.of(new ByteLimit(OptionalLong.empty()));
        }
        var match = FORM.matcher(word);
        if (!match.matches()) {
            return Optional.empty();
        }
        var unit = match.group(2).isEmpty() ? 0 : UNITS.indexOf(match.group(2)) + 1;
        var bytes = Math.round(Double.parseDouble(match.group(1)) * (1L << (STEP_BITS * unit)));
        return Optional.of(new ByteLimit(OptionalLong.of(bytes)));
    }
}
