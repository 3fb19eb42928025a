package tidemark.library.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tidemark.library.records.Ids;

/// The parts of a search text.
///
/// @param phrases folded phrases, each of one or more tokens, whose last token may be the beginning of one
/// @param labels beginnings of labels' names
record SearchWords(List<String> phrases, List<String> labels) {
    static SearchWords of(String text) {
        var phrases = new ArrayList<String>();
        var labels = new ArrayList<String>();
        for (var part : text.strip().split("[\\s\\p{Z}\\p{Cntrl}]+", -1)) {
            if (part.startsWith("#") && part.length() > 1) {
                labels.add(part.substring(1));
            } else {
                phrases.addAll(Folding.of(part).phrases());
            }
        }
        return new SearchWords(phrases, labels);
    }

    boolean isEmpty() {
        return phrases.isEmpty() && labels.isEmpty();
    }

    int count() {
        return phrases.size() + labels.size();
    }

    /// The expression of the full-text query: all phrases, anywhere in the text.
    String expression() {
        var expression = new StringBuilder();
        for (var phrase : phrases) {
            expression.append('"').append(phrase).append("\"* ");
        }
        return expression.toString();
    }

    /// Each phrase as a search of its own, the longest first, which is in general the rarest.
    List<SearchWords> separately() {
        return phrases.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(phrase -> new SearchWords(List.of(phrase), labels))
                .toList();
    }

    /// Whether a label's name begins like this one, in the library's own spelling of names or folded.
    static boolean isBeginning(String wanted, String name) {
        var folded = folded(wanted);
        return Ids.normalised(name).startsWith(Ids.normalised(wanted))
                || (!folded.isEmpty() && folded(name).startsWith(folded));
    }

    private static String folded(String name) {
        return Folding.of(name).tokens().replace(Folding.APART, Folding.JOINED);
    }
}
