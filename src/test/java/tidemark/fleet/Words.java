package tidemark.fleet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The words of a fleet: each is written once, so that it can be found wherever it ends up.
///
/// A word has near-equals, each a word of its own: they differ from it only in case, in a combining mark, or in blanks.
/// No word is part of another.
final class Words {
    private static final Pattern FORM = Pattern.compile("([qQ])([ \u00a0]{0,2})(\\d+)(\u0301?)([xX])");
    private static final LocalDate FIRST_DAY = LocalDate.of(2030, 1, 1);

    /// The near-equals of a word in the order in which they are written, by their first letter, mark and last letter.
    private static final List<String> NEAR_IN_TEXT =
            List.of("Q%dx", "q%dX", "q%d\u0301x", "Q%dX", "Q%d\u0301x", "q%d\u0301X", "Q%d\u0301X");

    /// The ones with blanks, which a merge of texts takes for more than one word.
    private static final List<String> NEAR_WITH_BLANKS =
            List.of("q %dx", "q  %dx", "q\u00a0%dx", "Q %dx", "q \u00a0%dx", "q %dX", "q\u00a0 %dx");

    private int words;
    private int days;
    private final Map<Integer, Integer> nearInText = new HashMap<>();
    private final Map<Integer, Integer> nearWithBlanks = new HashMap<>();

    /// A new word.
    String word() {
        return "q" + ++words + "x";
    }

    /// A word that differs from the first in this text only in case or in a mark; empty where there is none left.
    Optional<String> near(String text) {
        return near(text, NEAR_IN_TEXT, nearInText);
    }

    /// A word that differs from the first in this text only in blanks; empty where there is none left.
    Optional<String> spaced(String text) {
        return near(text, NEAR_WITH_BLANKS, nearWithBlanks);
    }

    private static Optional<String> near(String text, List<String> forms, Map<Integer, Integer> written) {
        var matcher = FORM.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var number = Integer.valueOf(matcher.group(3));
        int next = written.merge(number, 1, Integer::sum) - 1;
        return next < forms.size() ? Optional.of(forms.get(next).formatted(number)) : Optional.empty();
    }

    /// A unique day as ISO text.
    String day() {
        return FIRST_DAY.plusDays(++days).toString();
    }

    static Set<String> in(String text) {
        var found = new HashSet<String>();
        addFrom(text, found);
        return found;
    }

    static void addFrom(Row row, Set<String> to) {
        for (var value : row.values().values()) {
            if (value instanceof Value.Text(var text)) {
                addFrom(text, to);
            }
        }
    }

    static void addFrom(String text, Set<String> to) {
        if (text.indexOf('q') >= 0 || text.indexOf('Q') >= 0) {
            var matcher = FORM.matcher(text);
            while (matcher.find()) {
                to.add(matcher.group());
            }
        }
    }
}
