package tidemark.problem;

import java.util.Locale;

/// A number of things, in words.
public final class Count {
    private static final String VOWELS = "aeiou";

    private Count() {}

    /// The number with the noun, as in "1 batch" and "2,000 batches".
    ///
    /// @param noun in the singular, with a regular plural
    public static String of(long count, String noun) {
        return String.format(Locale.ENGLISH, "%,d %s", count, count == 1 ? noun : plural(noun));
    }

    private static String plural(String noun) {
        if (noun.endsWith("y") && VOWELS.indexOf(noun.charAt(noun.length() - 2)) < 0) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + (noun.endsWith("h") || noun.endsWith("s") || noun.endsWith("x") ? "es" : "s");
    }
}
