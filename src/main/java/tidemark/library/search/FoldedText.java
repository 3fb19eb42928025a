package tidemark.library.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import tidemark.library.search.SearchHit.Range;

/// A folded text, and where its characters come from.
final class FoldedText {
    private final String tokens;
    private final int[] starts;
    private final int[] ends;

    /// @param tokens the tokens with one separator of [Folding] between each two
    /// @param starts by index in `tokens`, where the cluster that the character comes from begins in the
    ///     original text
    /// @param ends the same for the cluster's end
    FoldedText(String tokens, int[] starts, int[] ends) {
        this.tokens = tokens;
        this.starts = starts;
        this.ends = ends;
    }

    /// The tokens as the full-text tables take them.
    String tokens() {
        return tokens;
    }

    /// The tokens with nothing between them in the original text, each run as a phrase with a blank between
    /// tokens.
    List<String> phrases() {
        return tokens.isEmpty() ? List.of() : List.of(tokens.split(String.valueOf(Folding.APART), -1));
    }

    /// The number of tokens.
    int count() {
        return tokens.isEmpty()
                ? 0
                : (int) tokens.chars().filter(FoldedText::isSeparator).count() + 1;
    }

    /// Whether one of the phrases, or one that begins so, is in it.
    boolean contains(Collection<String> phrases) {
        for (int at = 0; at < tokens.length(); at = nextToken(at)) {
            if (longestAt(at, phrases) > 0) {
                return true;
            }
        }
        return false;
    }

    /// The ranges of the original text that hold a phrase, or one that begins so; in order, without overlaps.
    List<Range> ranges(Collection<String> phrases) {
        var found = new ArrayList<Range>();
        for (int at = 0; at < tokens.length(); ) {
            int length = longestAt(at, phrases);
            if (length > 0) {
                found.add(new Range(starts[at], ends[at + length - 1]));
            }
            at = nextToken(Math.max(at, at + length - 1));
        }
        return found;
    }

    private int nextToken(int from) {
        int at = from;
        while (at < tokens.length() && !isSeparator(tokens.charAt(at))) {
            at++;
        }
        return at + 1;
    }

    /// The length of the longest phrase that begins at this token, or 0. It is called for every token of
    /// every text found: no streams.
    private int longestAt(int at, Collection<String> phrases) {
        int longest = 0;
        for (var phrase : phrases) {
            if (phrase.length() > longest && isAt(at, phrase)) {
                longest = phrase.length();
            }
        }
        return longest;
    }

    private boolean isAt(int at, String phrase) {
        if (at + phrase.length() > tokens.length()) {
            return false;
        }
        for (int i = 0; i < phrase.length(); i++) {
            char here = tokens.charAt(at + i);
            if (here != phrase.charAt(i) && !(here == Folding.APART && phrase.charAt(i) == Folding.JOINED)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSeparator(int character) {
        return character == Folding.JOINED || character == Folding.APART;
    }
}
