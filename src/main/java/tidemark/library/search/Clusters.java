package tidemark.library.search;

/// The bounds of clusters: the smallest pieces of a text that can be normalised one by one, with the result of the
/// whole. Two regional indicators, which are one flag, are one cluster.
final class Clusters {
    private static final char FIRST_MARK = '\u0300';

    /// The most characters of a cluster: a bound on the work for a text that is one heap of marks. It is that of the
    /// Stream-Safe Text Format, <https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format>.
    private static final int LONGEST = 32;

    private Clusters() {}

    /// The index behind the cluster that begins at `start`.
    static int end(String text, int start) {
        int first = text.codePointAt(start);
        int at = start + Character.charCount(first);
        if (isRegional(first) && at < text.length() && isRegional(text.codePointAt(at))) {
            at += 2;
        }
        while (at < text.length() && at - start < LONGEST && continues(text, at)) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    static boolean isRegional(int point) {
        return point >= 0x1F1E6 && point <= 0x1F1FF;
    }

    private static boolean continues(String text, int at) {
        int point = text.codePointAt(at);
        return point >= FIRST_MARK
                && (Letters.isMark(point) || isInnerJamo(point) || isHalfWidthVoicing(point) || isTag(point));
    }

    /// Whether it is a vowel or final consonant of a Hangul syllable, in any of its forms.
    private static boolean isInnerJamo(int point) {
        return (point >= 0x1160 && point <= 0x11FF)
                || (point >= 0xD7B0 && point <= 0xD7FF)
                || (point >= 0x314F && point <= 0x3163)
                || (point >= 0xFFC2 && point <= 0xFFDC);
    }

    private static boolean isHalfWidthVoicing(int point) {
        return point == 0xFF9E || point == 0xFF9F;
    }

    /// Whether it is one of the invisible letters that make a black flag that of a region.
    private static boolean isTag(int point) {
        return point >= 0xE0020 && point <= 0xE007F;
    }
}
