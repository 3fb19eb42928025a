package tidemark.library.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tidemark.library.records.Ids;

/// The parts of a search text.
///
/// @param words words that the full-text index can find
/// @param pieces pieces that it cannot, and that are searched for literally: single characters, or a script without
///     spaces
/// @param labels beginnings of labels' names
record SearchWords(List<String> words, List<String> pieces, List<String> labels) {
    static SearchWords of(String text) {
        var words = new ArrayList<String>();
        var pieces = new ArrayList<String>();
        var labels = new ArrayList<String>();
        for (var part : text.strip().split("[\\s\\p{Z}\\p{Cntrl}]+", -1)) {
            if (part.startsWith("#") && part.length() > 1) {
                labels.add(Ids.normalised(part.substring(1)));
            } else {
                classify(part, words, pieces);
            }
        }
        return new SearchWords(words, pieces, labels);
    }

    private static void classify(String part, List<String> words, List<String> pieces) {
        for (var word : part.split("[^\\p{L}\\p{N}\\p{M}\\p{Co}]+", -1)) {
            if (!word.isEmpty()) {
                (isPiece(word) ? pieces : words).add(word);
            }
        }
    }

    /// Whether the index cannot find it.
    static boolean isPiece(String word) {
        return isShort(word) || isUnspaced(word);
    }

    private static boolean isShort(String word) {
        return word.codePointCount(0, word.length()) == 1;
    }

    /// Whether the word is in a script without spaces: of Chinese, Japanese and Thai the index knows only whole
    /// sentences.
    private static boolean isUnspaced(String word) {
        return word.codePoints().anyMatch(point -> switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        });
    }

    boolean isEmpty() {
        return words.isEmpty() && pieces.isEmpty() && labels.isEmpty();
    }

    /// Each word as a search of its own, the longest first, which is in general the rarest.
    List<SearchWords> separately() {
        return terms().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(term -> isPiece(term)
                        ? new SearchWords(List.of(), List.of(term), labels)
                        : new SearchWords(List.of(term), List.of(), labels))
                .toList();
    }

    List<String> terms() {
        var all = new ArrayList<>(words);
        all.addAll(pieces);
        return all;
    }
}
