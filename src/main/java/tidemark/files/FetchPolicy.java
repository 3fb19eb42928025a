package tidemark.files;

import java.util.Locale;

/// The rule by which contents are fetched that nobody has asked for yet.
///
/// @param largest the most bytes of a content that is fetched ahead; a larger one is fetched when it is opened
public record FetchPolicy(long largest) {
    /// Everything is fetched.
    public static final FetchPolicy ALL = new FetchPolicy(Long.MAX_VALUE);

    /// Up to 10 MiB ahead, larger ones when they are opened; the rule at first.
    public static final FetchPolicy STANDARD = new FetchPolicy(10L << 20);

    /// The rule in a setting: `all`, or a number of bytes; the standard one where it is neither.
    public static FetchPolicy of(String text) {
        if (text.equals("all")) {
            return ALL;
        }
        try {
            return new FetchPolicy(Math.max(0, Long.parseLong(text)));
        } catch (NumberFormatException e) {
            return STANDARD;
        }
    }

    /// The rule as a setting.
    public String code() {
        return equals(ALL) ? "all" : String.format(Locale.ROOT, "%d", largest);
    }
}
