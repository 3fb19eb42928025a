package tidemark.merge;

import java.util.List;
import java.util.Optional;

/// The changes that turn one text into another.
///
/// @param splices in order; places are counted in the text before the change
public record TextPatch(List<Splice> splices) {
    /// A replacement at one place.
    ///
    /// @param at in Unicode code points from the start of the text before the change
    public record Splice(int at, String removed, String added) {}

    public TextPatch {
        splices = List.copyOf(splices);
    }

    /// The patch that turns `was` into `now`.
    public static TextPatch between(String was, String now) {
        int prefix = 0;
        while (prefix < Math.min(was.length(), now.length()) && was.charAt(prefix) == now.charAt(prefix)) {
            prefix++;
        }
        if (prefix > 0 && Character.isHighSurrogate(was.charAt(prefix - 1))) {
            prefix--;
        }
        int suffix = 0;
        int most = Math.min(was.length(), now.length()) - prefix;
        while (suffix < most && was.charAt(was.length() - 1 - suffix) == now.charAt(now.length() - 1 - suffix)) {
            suffix++;
        }
        if (suffix > 0 && Character.isLowSurrogate(was.charAt(was.length() - suffix))) {
            suffix--;
        }
        return new TextPatch(List.of(new Splice(
                was.codePointCount(0, prefix),
                was.substring(prefix, was.length() - suffix),
                now.substring(prefix, now.length() - suffix))));
    }

    /// The text after the change, or empty when this patch was not made from `was`.
    public Optional<String> apply(String was) {
        var now = new StringBuilder();
        int at = 0;
        int point = 0;
        for (var splice : splices) {
            if (splice.at() < point || was.codePointCount(at, was.length()) < splice.at() - point) {
                return Optional.empty();
            }
            var begin = was.offsetByCodePoints(at, splice.at() - point);
            if (!was.startsWith(splice.removed(), begin)) {
                return Optional.empty();
            }
            now.append(was, at, begin).append(splice.added());
            at = begin + splice.removed().length();
            point = splice.at()
                    + splice.removed().codePointCount(0, splice.removed().length());
        }
        return Optional.of(now.append(was, at, was.length()).toString());
    }

    /// The approximate number of characters that it takes to write down.
    public int size() {
        return splices.stream()
                .mapToInt(splice -> splice.removed().length() + splice.added().length() + 16)
                .sum();
    }
}
