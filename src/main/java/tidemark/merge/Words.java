package tidemark.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words of a text: runs of letters and digits, runs of blanks, and single signs. A piece never ends inside what a
/// person sees as one character.
final class Words {
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private enum Kind {
        WORD,
        BLANK,
        SIGN
    }

    private final String text;
    private final Matcher characters;
    private final List<String> words = new ArrayList<>();
    private int at;

    private Words(String text) {
        this.text = text;
        this.characters = CHARACTER.matcher(text);
    }

    /// The pieces in order; joined they are the text.
    static List<String> of(String text) {
        return new Words(text).run();
    }

    private List<String> run() {
        while (at < text.length()) {
            int begin = at;
            var kind = kind(begin);
            at = next(begin);
            while (kind != Kind.SIGN && at < text.length() && kind(at) == kind) {
                at = next(at);
            }
            words.add(text.substring(begin, at));
        }
        return words;
    }

    private Kind kind(int index) {
        int point = text.codePointAt(index);
        if (point == ' ' || point == '\t') {
            return Kind.BLANK;
        }
        return Character.isLetterOrDigit(point) && !Character.isIdeographic(point) ? Kind.WORD : Kind.SIGN;
    }

    /// The end of the character that begins here. Two neighbours in ASCII never make one, except CR and LF.
    private int next(int index) {
        if (isPlain(index) && (index + 1 == text.length() || isPlain(index + 1))) {
            return index + 1;
        }
        return characters.find(index) ? characters.end() : text.length();
    }

    private boolean isPlain(int index) {
        return text.charAt(index) < 0x80 && text.charAt(index) != '\r';
    }
}
