package tidemark.fleet;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The words of a fleet: each is written once, so that it can be found wherever it ends up.
final class Words {
    private static final Pattern FORM = Pattern.compile("q\\d+x");
    private static final LocalDate FIRST_DAY = LocalDate.of(2030, 1, 1);

    private int words;
    private int days;

    /// A new word.
    String word() {
        return "q" + ++words + "x";
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
        if (text.indexOf('q') >= 0) {
            var matcher = FORM.matcher(text);
            while (matcher.find()) {
                to.add(matcher.group());
            }
        }
    }
}
