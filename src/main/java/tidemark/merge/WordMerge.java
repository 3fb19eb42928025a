package tidemark.merge;

import java.util.List;
import java.util.Optional;
import tidemark.merge.Diff3.Kind;
import tidemark.merge.Diff3.Region;

/// The merge of lines that both sides changed, where each side changed other words of them.
final class WordMerge {
    private static final long LONGEST = 400_000;
    private static final int STEPS_PER_CHARACTER = 4;

    private final Budget budget;

    WordMerge(Budget budget) {
        this.budget = budget;
    }

    /// The merged lines; empty when both sides changed the same words, or when the budget does not suffice.
    Optional<String> of(List<String> base, List<String> mine, List<String> theirs) {
        return of(String.join("", base), String.join("", mine), String.join("", theirs));
    }

    private Optional<String> of(String base, String mine, String theirs) {
        int prefix = prefix(base, mine, theirs);
        int suffix = suffix(prefix, base, mine, theirs);
        var merged = middle(cut(base, prefix, suffix), cut(mine, prefix, suffix), cut(theirs, prefix, suffix));
        return merged.map(text -> base.substring(0, prefix) + text + base.substring(base.length() - suffix));
    }

    private Optional<String> middle(String base, String mine, String theirs) {
        long length = (long) base.length() + mine.length() + theirs.length();
        if (length > LONGEST) {
            return Optional.empty();
        }
        try {
            budget.spend(length * STEPS_PER_CHARACTER);
            return words(Words.of(base), Words.of(mine), Words.of(theirs));
        } catch (Budget.Exceeded _) {
            return Optional.empty();
        }
    }

    private Optional<String> words(List<String> base, List<String> mine, List<String> theirs) {
        var tokens = new Tokens();
        var regions =
                Diff3.regions(List.of(tokens.of(base), tokens.of(mine), tokens.of(theirs)), Diff3.Border.WORDS, budget);
        if (regions.stream().anyMatch(region -> region.kind() == Kind.CONFLICT)) {
            return Optional.empty();
        }
        var text = new StringBuilder();
        for (Region region : regions) {
            var chosen = region.kind() == Kind.THEIRS
                    ? region.theirs().of(theirs)
                    : region.mine().of(mine);
            chosen.forEach(text::append);
        }
        return Optional.of(text.toString());
    }

    /// The length of the common beginning, up to a blank behind a word: no word and no character is cut there.
    private static int prefix(String base, String mine, String theirs) {
        int shortest = Math.min(base.length(), Math.min(mine.length(), theirs.length()));
        int end = 0;
        while (end < shortest && base.charAt(end) == mine.charAt(end) && base.charAt(end) == theirs.charAt(end)) {
            end++;
        }
        do {
            end--;
        } while (end > 0 && !isCut(base, end));
        return Math.max(0, end);
    }

    private static int suffix(int prefix, String base, String mine, String theirs) {
        int shortest = Math.min(base.length(), Math.min(mine.length(), theirs.length())) - prefix;
        int length = 0;
        while (length < shortest
                && fromEnd(base, length) == fromEnd(mine, length)
                && fromEnd(base, length) == fromEnd(theirs, length)) {
            length++;
        }
        do {
            length--;
        } while (length > 0 && !isCut(base, base.length() - length));
        return Math.max(0, length);
    }

    private static char fromEnd(String text, int index) {
        return text.charAt(text.length() - 1 - index);
    }

    private static boolean isCut(String text, int index) {
        return isWord(text.charAt(index - 1)) && text.charAt(index) == ' ';
    }

    private static boolean isWord(char sign) {
        return sign < 0x80 && Character.isLetterOrDigit(sign);
    }

    private static String cut(String text, int prefix, int suffix) {
        return text.substring(prefix, text.length() - suffix);
    }
}
