package tidemark.library.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.db.Sql;

/// A check of one table's search index against its rows. The index keeps no texts, so the check searches: a row must be
/// found by the first words of each of its texts.
final class IndexCheck {
    private static final int LOOKED_FOR = 120;
    private static final int MOST_NAMED = 20;

    private static final String MISSING = """
            SELECT count(*) FROM "%1$s" WHERE n NOT IN (SELECT rowid FROM %1$s_text)
            AND n NOT IN (SELECT n FROM to_index WHERE tbl = '%1$s')""";

    private static final String LEFT_OVER = """
            SELECT count(*) FROM %1$s_text WHERE rowid NOT IN (SELECT n FROM "%1$s")
            AND rowid NOT IN (SELECT n FROM to_index WHERE tbl = '%1$s')""";

    private final Sql sql;
    private final String table;
    private final List<String> columns;
    private final List<String> findings = new ArrayList<>();

    IndexCheck(Sql sql, String table, List<String> columns) {
        this.sql = sql;
        this.table = table;
        this.columns = columns;
    }

    List<String> findings() throws SQLException {
        report(count(MISSING), "rows are missing from the search index");
        report(count(LEFT_OVER), "rows are in the search index and nowhere else");
        for (var column : columns) {
            sql.each(beginnings(column), row -> {
                var isFound = isFound(column, row.getLong(1), row.getString(3));
                if (!isFound && findings.size() < MOST_NAMED) {
                    findings.add(
                            "%s %s: its %s is not found by its own words.".formatted(table, row.getString(2), column));
                }
            });
        }
        return findings;
    }

    private void report(long count, String what) {
        if (count > 0) {
            findings.add("%s: %,d %s.".formatted(table, count, what));
        }
    }

    private long count(String query) throws SQLException {
        return sql.number(query.formatted(table)).orElse(0);
    }

    private String beginnings(String column) {
        return """
                SELECT n, id, substr(%2$s, 1, %3$d) FROM "%1$s"
                WHERE %2$s IS NOT NULL AND n IN (SELECT rowid FROM %1$s_text)
                AND n NOT IN (SELECT n FROM to_index WHERE tbl = '%1$s')""".formatted(table, column, LOOKED_FOR);
    }

    private boolean isFound(String column, long n, String beginning) throws SQLException {
        var words = phrase(beginning);
        return words.isEmpty()
                || sql.exists(
                        "SELECT 1 FROM %1$s_text WHERE %1$s_text MATCH ? AND rowid = ?".formatted(table),
                        "%s : %s".formatted(column, words.get()),
                        n);
    }

    /// The words in this order as a query; the last may have been cut off. Empty where there is no word; letters beyond
    /// the first plane do not count, as SQLite may not know them.
    private static Optional<String> phrase(String text) {
        var hasWord = text.chars().anyMatch(letter -> Character.isLetterOrDigit((char) letter));
        return hasWord ? Optional.of('"' + text.replace("\"", " ") + "\" *") : Optional.empty();
    }
}
