package tidemark.library.search;

import java.util.Arrays;

/// The one folding of texts for index, query and highlighting, so that all three agree: a text is its tokens.
///
/// A token is a word, folded by [Letters]; or one character of a script that sets no spaces between words, so that any
/// run of these is found as a phrase; or one symbol, such as an emoji or the plus signs of `C++`. The full-text tables
/// split at ASCII separators only, of which this class emits just the two between tokens.
final class Folding {
    /// The separator between tokens of which nothing stood between: they are searched for as one phrase.
    static final char JOINED = ' ';

    /// The separator between other tokens.
    static final char APART = '\n';

    private enum Kind {
        WORD,
        SINGLE,
        MARK,
        IGNORED,
        SEPARATOR
    }

    private final String text;
    private final StringBuilder folded;
    private int[] starts;
    private int[] ends;
    private Kind last = Kind.SEPARATOR;
    private boolean isApart;

    // The cluster that is being added.
    private int start;
    private int end;

    private Folding(String text) {
        this.text = text;
        this.folded = new StringBuilder(text.length() + 16);
        this.starts = new int[text.length() + 16];
        this.ends = new int[text.length() + 16];
    }

    /// Folds a text.
    static FoldedText of(String text) {
        return new Folding(text).run();
    }

    private FoldedText run() {
        for (; start < text.length(); start = end) {
            end = Clusters.end(text, start);
            addCluster();
        }
        return new FoldedText(folded.toString(), starts, ends);
    }

    private void addCluster() {
        var cluster = Letters.folded(text.substring(start, end));
        int before = 0;
        for (int at = 0; at < cluster.length(); ) {
            int point = cluster.codePointAt(at);
            at += Character.charCount(point);
            var isFlag = Clusters.isRegional(point) && Clusters.isRegional(before);
            add(point, isFlag ? Kind.MARK : kind(point, at == cluster.length()));
            before = point;
        }
    }

    private void add(int point, Kind kind) {
        switch (kind) {
            case IGNORED -> {}
            case SEPARATOR -> isApart = true;
            case MARK -> append(point, folded.isEmpty() || isApart ? Kind.WORD : last, folded.isEmpty() || isApart);
            case WORD -> append(point, kind, last != Kind.WORD || isApart);
            case SINGLE -> append(point, kind, true);
        }
    }

    private void append(int point, Kind kind, boolean isNewToken) {
        if (isNewToken && !folded.isEmpty()) {
            put(isApart ? APART : JOINED);
        }
        for (var character : Character.toChars(point)) {
            put(character);
        }
        isApart = false;
        last = kind;
    }

    private void put(char character) {
        int at = folded.length();
        if (at == starts.length) {
            starts = Arrays.copyOf(starts, at * 2);
            ends = Arrays.copyOf(ends, at * 2);
        }
        folded.append(character);
        starts[at] = start;
        ends[at] = end;
    }

    /// The kind of a character of the cluster.
    ///
    /// @param isLast whether it is the cluster's last
    private Kind kind(int point, boolean isLast) {
        return switch (point) {
            case '.' -> isLast && isBeforeWord() ? Kind.SINGLE : Kind.SEPARATOR;
            case '#' -> last == Kind.WORD && !isApart ? Kind.SINGLE : Kind.SEPARATOR;
            case '`', '|', '~', '^', '=', '<', '>', '\uFFFD' -> Kind.SEPARATOR; // marks of Markdown, and invalid text
            case 'ー' -> Kind.SINGLE;
            default -> kind(point);
        };
    }

    /// Whether a letter or digit follows, as in `.NET`, `map.pdf` and `3.14`.
    private boolean isBeforeWord() {
        return end < text.length() && kind(text.codePointAt(end)) == Kind.WORD;
    }

    private static Kind kind(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> Kind.MARK;
            case Character.FORMAT -> Kind.IGNORED;
            case Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL,
                    Character.UNASSIGNED -> Kind.SINGLE; // an emoji of tomorrow is unassigned today
            case Character.PRIVATE_USE -> Kind.WORD;
            default -> letterKind(point);
        };
    }

    private static Kind letterKind(int point) {
        if (point == 'ـ') {
            return Kind.IGNORED; // the Arabic tatweel only makes a word longer
        }
        if (!Character.isLetter(point) && !isNumber(point)) {
            return Kind.SEPARATOR;
        }
        return isUnspaced(point) ? Kind.SINGLE : Kind.WORD;
    }

    private static boolean isNumber(int point) {
        return switch (Character.getType(point)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    /// Whether words of the character's script are not told apart by spaces, or as in Korean carry endings that
    /// nobody searches with.
    private static boolean isUnspaced(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }
}
