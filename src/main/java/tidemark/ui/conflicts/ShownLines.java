package tidemark.ui.conflicts;

import java.util.ArrayList;
import java.util.List;

/// A text cut into lines that are short enough to be drawn; joined, they are the text again.
final class ShownLines {
    private static final int MAX_LENGTH = 400;

    /// The most lines that are drawn as one.
    static final int MAX_LINES = 20;

    private ShownLines() {}

    /// The lines of the text, each with its line feed; a very long one is cut.
    static List<String> of(String text) {
        var lines = new ArrayList<String>();
        for (int begin = 0; begin < text.length(); ) {
            int feed = text.indexOf('\n', begin);
            int end = Math.min(feed < 0 ? text.length() : feed + 1, begin + MAX_LENGTH);
            if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
                end--;
            }
            lines.add(text.substring(begin, end));
            begin = end;
        }
        return lines;
    }

    /// A part of the lines: the last part has all that is left.
    ///
    /// @param part counted from 0
    static List<String> part(List<String> lines, int part, int parts) {
        int from = Math.min(part * MAX_LINES, lines.size());
        int to = part == parts - 1 ? lines.size() : Math.min(from + MAX_LINES, lines.size());
        return lines.subList(from, to);
    }

    /// The number of parts that this many lines are drawn in; at least one.
    static int parts(int lines) {
        return Math.max(1, Math.ceilDiv(lines, MAX_LINES));
    }
}
