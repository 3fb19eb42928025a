package tidemark.merge;

import java.util.ArrayList;
import java.util.List;

/// The line ends of a text. A program that writes a text with other line ends changes no line of it.
enum LineEnds {
    /// There is one line at most.
    NONE,
    /// Each line ends with LF.
    LF,
    /// Each line ends with CR and LF.
    CRLF,
    /// Some lines end with CR and LF, some with LF alone.
    MIXED;

    static LineEnds of(String text) {
        int all = 0;
        int windows = 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            all++;
            if (i > 0 && text.charAt(i - 1) == '\r') {
                windows++;
            }
        }
        return all == 0 ? NONE : windows == 0 ? LF : windows == all ? CRLF : MIXED;
    }

    /// The line ends of a merge, or `MIXED` where the texts' own ends stay as they are.
    static LineEnds merged(LineEnds base, LineEnds mine, LineEnds theirs) {
        var all = List.of(base, mine, theirs);
        if (all.contains(MIXED) || !(all.contains(LF) && all.contains(CRLF))) {
            return MIXED;
        }
        if (mine == theirs || theirs == base || theirs == NONE) {
            return mine == NONE ? base : mine;
        }
        return mine == base || mine == NONE ? theirs : LF;
    }

    /// The text with plain line ends.
    static String plain(String text) {
        return text.replace("\r\n", "\n");
    }

    /// The lines, with these ends instead of plain ones.
    List<String> applyTo(List<String> lines) {
        return this == CRLF
                ? lines.stream().map(line -> line.replace("\n", "\r\n")).toList()
                : lines;
    }

    /// The number of lines that have an end.
    static long count(String text) {
        long ends = 0;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            ends++;
        }
        return ends;
    }

    /// The lines of a text, each with its end.
    static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        int begin = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
            lines.add(text.substring(begin, end + 1));
            begin = end + 1;
        }
        if (begin < text.length()) {
            lines.add(text.substring(begin));
        }
        return lines;
    }
}
