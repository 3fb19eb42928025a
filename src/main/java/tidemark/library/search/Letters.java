package tidemark.library.search;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/// The folding of one cluster, a character with the marks on it, to the characters that the search compares: NFKC, full
/// case folding, decimal digits as ASCII, and without the marks that people leave out when they search.
///
/// The JDK's tables suffice: ICU4J would fold a few letters more and add 14 MB to the packages. Which letters with a
/// mark or stroke are letters of their own follows the root collation, <https://www.unicode.org/reports/tr10/>: `ё`,
/// `ł` and `ø` differ from `е`, `l` and `o` as an accent does; `й` and `ї` are others than `и` and `і`.
final class Letters {
    private Letters() {}

    static String folded(String cluster) {
        if (cluster.length() == 1 && isFolded(cluster.charAt(0))) {
            return cluster;
        }
        var decomposed = Normalizer.normalize(cluster, Form.NFKD);
        return Normalizer.normalize(withoutMarks(Normalizer.normalize(caseless(decomposed), Form.NFKD)), Form.NFC);
    }

    /// Whether a character is known to stay as it is; most texts that are not ASCII consist of these.
    private static boolean isFolded(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'а' && character <= 'я')
                || (character >= 'ぁ' && character <= 'ゔ')
                || (character >= 'ァ' && character <= 'ヴ')
                || (character >= '一' && character <= '鿿')
                || (character >= '가' && character <= '힣');
    }

    /// Lower case first makes `ẞ` an `ß`, upper case makes that `SS`, and the dotless `ı` an `I`.
    private static String caseless(String text) {
        return text.toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
    }

    private static String withoutMarks(String decomposed) {
        var kept = new StringBuilder(decomposed.length());
        int base = 0;
        for (int at = 0; at < decomposed.length(); ) {
            int point = decomposed.codePointAt(at);
            at += Character.charCount(point);
            if (!isMark(point)) {
                base = point;
                append(kept, point);
            } else if (!isLeftOut(point) || makesOtherLetter(base, point)) {
                kept.appendCodePoint(point);
            }
        }
        return kept.toString();
    }

    static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /// Whether people search without the mark. The vowels and tones of Indic, Thai and similar scripts are as much part
    /// of a word as its letters, and the voicing of kana makes another syllable.
    private static boolean isLeftOut(int mark) {
        return switch (Character.UnicodeScript.of(mark)) {
            case INHERITED, COMMON -> mark != '\u3099' && mark != '\u309A';
            case LATIN, GREEK, CYRILLIC, HEBREW, ARABIC, SYRIAC -> true;
            default -> false;
        };
    }

    private static boolean makesOtherLetter(int base, int mark) {
        return switch (mark) {
            case '\u0306' -> base == 'и' || base == 'у';
            case '\u0308' -> base == 'і';
            case '\u0301' -> base == 'г' || base == 'к';
            default -> false;
        };
    }

    private static void append(StringBuilder kept, int point) {
        switch (point) {
            case 'ł' -> kept.append('l');
            case 'ø' -> kept.append('o');
            case 'đ' -> kept.append('d');
            case 'ħ' -> kept.append('h');
            case 'ŧ' -> kept.append('t');
            case 'æ' -> kept.append("ae");
            case 'œ' -> kept.append("oe");
            default -> kept.appendCodePoint(asciiDigit(point));
        }
    }

    private static int asciiDigit(int point) {
        return Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER ? '0' + Character.digit(point, 10) : point;
    }
}
