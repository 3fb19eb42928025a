package tidemark.merge;

import java.util.ArrayList;
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

    private static final long STEPS = 12_000_000;

    private static final long MOST_LINES = 200_000;

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

    /// The patch that turns `was` into `now` with a splice for each run of lines that differ; one splice where finding
    /// them would take too long.
    public static TextPatch byLines(String was, String now) {
        if (LineEnds.count(was) + LineEnds.count(now) > MOST_LINES) {
            return between(was, now);
        }
        var before = LineEnds.lines(was);
        var after = LineEnds.lines(now);
        var tokens = new Tokens();
        try {
            var splices = new ArrayList<Splice>();
            int line = 0;
            int point = 0;
            for (var edit : Diff.between(tokens.of(before), tokens.of(after), new Budget(STEPS))) {
                for (; line < edit.from(); line++) {
                    point += before.get(line).codePointCount(0, before.get(line).length());
                }
                splices.add(new Splice(
                        point,
                        String.join("", before.subList(edit.from(), edit.to())),
                        String.join("", after.subList(edit.newFrom(), edit.newTo()))));
            }
            return new TextPatch(splices);
        } catch (Budget.Exceeded _) {
            return between(was, now);
        }
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
