package tidemark.ui.markdown;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The indentation of lines by one step, or back by one.
sealed interface Indent {
    /// The step, as deep as the text of an item of a bulleted list.
    String STEP = "  ";

    Pattern ITEM = Pattern.compile("[ \t]*(?:[-*+]|\\d{1,9}[.)])[ \t].*", Pattern.DOTALL);

    /// Nothing to indent: the caret is in no list item, and nothing is selected.
    record Nothing() implements Indent {}

    /// Lines in place of those from `begin` to `end`, counted in chars.
    record Lines(int begin, int end, String lines, int anchor, int caret) implements Indent {}

    /// The indentation of the selected lines, or of the list item at the caret.
    ///
    /// @param anchor one end of the selection, counted in chars
    /// @param caret the other end, where the caret is
    static Indent of(String text, int anchor, int caret, boolean isBack) {
        var begin = text.lastIndexOf('\n', Math.min(anchor, caret) - 1) + 1;
        var last = Math.max(anchor, caret);
        var next = text.indexOf('\n', last > begin && text.charAt(last - 1) == '\n' ? last - 1 : last);
        var end = next < 0 ? text.length() : next;
        var lines = List.of(text.substring(begin, end).split("\n", -1));
        if (anchor == caret && !ITEM.matcher(lines.getFirst()).matches()) {
            return new Nothing();
        }
        var moved =
                lines.stream().map(line -> isBack ? back(line) : further(line)).toList();
        var first = moved.getFirst().length() - lines.getFirst().length();
        var now = moved.stream().collect(Collectors.joining("\n"));
        var all = now.length() - (end - begin);
        if (anchor == caret) {
            var at = Math.max(begin, caret + first);
            return new Lines(begin, end, now, at, at);
        }
        return anchor < caret
                ? new Lines(begin, end, now, begin, end + all)
                : new Lines(begin, end, now, end + all, begin);
    }

    private static String further(String line) {
        return line.isBlank() ? line : STEP + line;
    }

    private static String back(String line) {
        if (line.startsWith("\t")) {
            return line.substring(1);
        }
        int blanks = 0;
        while (blanks < Math.min(STEP.length(), line.length()) && line.charAt(blanks) == ' ') {
            blanks++;
        }
        return line.substring(blanks);
    }
}
