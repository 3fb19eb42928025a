package tidemark.library.search;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tidemark.db.Sql;

/// A check of one table's search index against its rows. The index keeps no texts, so the check searches: a row must be
/// found by the first tokens of each of its texts, and have as many tokens in the index as in the row.
final class IndexCheck {
    private static final int MANY_ROWS = 2_000;

    /// The most tokens that are searched for: of many rows few, because each costs a look into the index.
    private static final int LOOKED_FOR = 40;

    private static final int LOOKED_FOR_IN_MANY = 3;
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
    private int lookedFor = LOOKED_FOR;

    IndexCheck(Sql sql, String table, List<String> columns) {
        this.sql = sql;
        this.table = table;
        this.columns = columns;
    }

    List<String> findings() throws SQLException {
        lookedFor = count("SELECT count(*) FROM \"%1$s\"") > MANY_ROWS ? LOOKED_FOR_IN_MANY : LOOKED_FOR;
        report(count(MISSING), "rows are missing from the search index");
        report(count(LEFT_OVER), "rows are in the search index and nowhere else");
        var texts = columns.stream()
                .map(column -> "\"%s\".%s".formatted(table, column))
                .collect(Collectors.joining(", "));
        sql.each(indexed(texts), this::compare);
        return findings;
    }

    /// The `sz` of FTS5's `docsize` table has one varint a column, the number of its tokens,
    /// <https://www.sqlite.org/fts5.html#the_docsize_table>.
    private String indexed(String texts) {
        return """
                SELECT "%1$s".n, "%1$s".id, sz, %2$s FROM "%1$s" JOIN %1$s_text_docsize AS size ON size.id = "%1$s".n
                WHERE "%1$s".n NOT IN (SELECT n FROM to_index WHERE tbl = '%1$s')""".formatted(table, texts);
    }

    private void report(long count, String what) {
        if (count > 0) {
            findings.add("%s: %,d %s.".formatted(table, count, what));
        }
    }

    private long count(String query) throws SQLException {
        return sql.number(query.formatted(table)).orElse(0);
    }

    private void compare(ResultSet row) throws SQLException {
        var sizes = ByteBuffer.wrap(row.getBytes(3));
        for (int i = 0; i < columns.size() && findings.size() < MOST_NAMED; i++) {
            var text = Folding.of(Optional.ofNullable(row.getString(4 + i)).orElse(""));
            var isWhole = text.count() == varint(sizes);
            if (!isWhole || !isFound(columns.get(i), row.getLong(1), text)) {
                findings.add("%s %s: its %s is not found by its own words."
                        .formatted(table, row.getString(2), columns.get(i)));
            }
        }
    }

    /// SQLite's variable-length number, of which a count of tokens has at most five bytes.
    private static long varint(ByteBuffer bytes) {
        long number = 0;
        while (bytes.hasRemaining()) {
            int next = bytes.get();
            number = (number << 7) | (next & 0x7F);
            if (next >= 0) {
                return number;
            }
        }
        return -1;
    }

    private boolean isFound(String column, long n, FoldedText text) throws SQLException {
        var phrase = Arrays.stream(text.tokens().split("[ \n]", lookedFor + 1))
                .limit(lookedFor)
                .collect(Collectors.joining(" "));
        return phrase.isEmpty()
                || sql.exists(
                        "SELECT 1 FROM %1$s_text WHERE %1$s_text MATCH ? AND rowid = ?".formatted(table),
                        "%s : ^ \"%s\"".formatted(column, phrase),
                        n);
    }
}
