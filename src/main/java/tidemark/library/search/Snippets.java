package tidemark.library.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import tidemark.library.records.Preview;
import tidemark.library.search.SearchHit.Range;
import tidemark.library.search.SearchHit.Snippet;

/// The snippets of texts in which terms were found. Case and accents are ignored, as in the index.
final class Snippets {
    private static final int LENGTH = 160;

    /// The most characters before a match: few enough that the match is visible in a narrow list.
    private static final int BEFORE = 12;

    /// The number of characters around a match in a Markdown text that are read without marks.
    private static final int AROUND = 600;

    private final List<String> terms;

    Snippets(List<String> terms) {
        this.terms = terms.stream().map(Snippets::folded).toList();
    }

    /// Whether the text has one of the terms.
    boolean matches(String text) {
        var folded = folded(text);
        for (int at = 0; at < folded.length(); at++) {
            if (matchAt(folded, at) > 0) {
                return true;
            }
        }
        return false;
    }

    /// The piece of the text around the first match, or its beginning.
    Snippet of(String text) {
        return of(text, false, false);
    }

    /// The piece of a Markdown text around the first match, without marks, unless the match is in what they hide.
    Snippet ofMarkdown(String text) {
        var ranges = ranges(folded(text));
        int first = ranges.isEmpty() ? 0 : ranges.getFirst().start();
        int line = text.lastIndexOf('\n', Math.max(0, first - AROUND)) + 1;
        int start = wholeCharacter(text, Math.max(line, first - 2 * AROUND));
        int end = wholeCharacter(text, Math.min(text.length(), first + AROUND));
        var around = Preview.unmarked(text.substring(start, end));
        return matches(around) ? of(around, start > 0, end < text.length()) : of(text);
    }

    /// The piece around the first match.
    ///
    /// @param isCutBefore whether something comes before this text
    /// @param isCutAfter whether something comes after it
    private Snippet of(String text, boolean isCutBefore, boolean isCutAfter) {
        var ranges = ranges(folded(text));
        int first = ranges.isEmpty() ? 0 : ranges.getFirst().start();
        int start = wordStart(text, Math.max(0, first - BEFORE));
        int end = wholeCharacter(text, Math.min(text.length(), start + LENGTH));
        var before = start > 0 || isCutBefore ? "…" : "";
        int shift = before.length() - start;
        var shown = ranges.stream()
                .filter(range -> range.start() >= start && range.end() <= end)
                .map(range -> new Range(range.start() + shift, range.end() + shift))
                .toList();
        var piece = text.substring(start, end).replaceAll("[\\n\\r\\t\\p{Cntrl}]", " ");
        return new Snippet(before + piece + (end < text.length() || isCutAfter ? "…" : ""), shown);
    }

    /// The matches at word beginnings, in order, without overlaps; terms without words, such as Chinese ones, match
    /// anywhere.
    private List<Range> ranges(String folded) {
        var found = new ArrayList<Range>();
        int at = 0;
        while (at < folded.length()) {
            int length = matchAt(folded, at);
            if (length > 0) {
                found.add(new Range(at, at + length));
            }
            at += Math.max(1, length);
        }
        return found;
    }

    /// The length of the longest term at this index, or 0. It is called for every index of every text found: no
    /// streams.
    private int matchAt(String folded, int at) {
        var inWord = at > 0 && Character.isLetterOrDigit(folded.charAt(at - 1));
        int longest = 0;
        for (var term : terms) {
            if (term.length() > longest && folded.startsWith(term, at) && (!inWord || SearchWords.isPiece(term))) {
                longest = term.length();
            }
        }
        return longest;
    }

    private static int wordStart(String text, int near) {
        int at = near;
        while (at > 0 && at > near - 20 && !Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return wholeCharacter(text, at);
    }

    /// The index, moved so that it is not between the halves of a surrogate pair.
    private static int wholeCharacter(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /// The text without case and accents, character for character, so that indexes stay the same.
    private static String folded(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(folded(text.charAt(i)));
        }
        return folded.toString();
    }

    private static char folded(char character) {
        if (character < 0x80 || Character.isSurrogate(character)) {
            return Character.toLowerCase(character);
        }
        return Character.toLowerCase(Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFD)
                .charAt(0));
    }
}
