package tidemark.library.search;

import java.util.List;
import tidemark.library.records.Preview;
import tidemark.library.search.SearchHit.Range;
import tidemark.library.search.SearchHit.Snippet;

/// The snippets of texts in which phrases were found, by the folding of the index.
final class Snippets {
    private static final int LENGTH = 160;

    /// The most characters before a match: few enough that the match is visible in a narrow list.
    private static final int BEFORE = 12;

    /// The number of characters around a match in a Markdown text that are read without marks.
    private static final int AROUND = 600;

    private final List<String> phrases;

    Snippets(List<String> phrases) {
        this.phrases = phrases;
    }

    /// Whether the text has one of the phrases.
    boolean matches(String text) {
        return Folding.of(text).contains(phrases);
    }

    /// The piece of the text around the first match, or its beginning.
    Snippet of(String text) {
        return of(text, false, false);
    }

    /// The piece of a Markdown text around the first match, without marks, unless the match is in what they hide.
    Snippet ofMarkdown(String text) {
        var ranges = ranges(text);
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
        var ranges = ranges(text);
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

    private List<Range> ranges(String text) {
        return Folding.of(text).ranges(phrases);
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
}
