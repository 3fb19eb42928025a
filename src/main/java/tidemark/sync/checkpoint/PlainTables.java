package tidemark.sync.checkpoint;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import tidemark.db.Sql;

/// The check, before anything in a SQLite file from elsewhere is read, that reading it executes nothing.
///
/// A checkpoint consists of plain tables. A view in the place of a table can compute for ever; a check, a default or a
/// generated column can take any memory when `quick_check` evaluates it; a virtual table is code. Keywords cannot be
/// hidden in a definition, so each that could bring an expression in is refused wherever it occurs.
final class PlainTables {
    private static final Pattern COMPUTED =
            Pattern.compile("\\b(check|as|generated|virtual|collate)\\b|\\bdefault\\s*\\(", Pattern.CASE_INSENSITIVE);

    private static final List<String> NEEDED = List.of("checkpoint", "parked");

    private PlainTables() {}

    /// Whether all tables of the file are plain, and those that every checkpoint has are among them.
    static boolean areAll(Sql sql) throws SQLException {
        var definitions = sql.list(
                "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE type = 'table'",
                row -> List.of(row.getString(1), row.getString(2)));
        return definitions.stream()
                        .noneMatch(definition ->
                                COMPUTED.matcher(definition.get(1)).find())
                && definitions.stream().map(List::getFirst).toList().containsAll(NEEDED);
    }
}
