package tidemark.library;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.db.Sql;

/// The removal of what is in the trash, or of one record that is, each row by its id, children before parents, and of
/// the conflicts of removed records.
final class Purge {
    private static final String CHOSEN = "(trashed_at IS NOT NULL AND (?1 IS NULL OR id = ?1))";
    private static final String PROJECTS = "(SELECT id FROM project WHERE " + CHOSEN + ")";
    private static final String COLLECTIONS = """
            (WITH RECURSIVE gone (id) AS (
               SELECT id FROM collection WHERE %s
               UNION SELECT collection.id FROM collection JOIN gone ON parent = gone.id)
             SELECT id FROM gone)""".formatted(CHOSEN);

    private final Sql sql;
    private final Optional<String> only;

    /// @param only the id of the one record; all where it is empty
    Purge(Sql sql, Optional<String> only) {
        this.sql = sql;
        this.only = only;
    }

    int run() throws SQLException {
        int removed = remove("project_label", "SELECT id FROM project_label WHERE project IN " + PROJECTS);
        removed += remove("note", "SELECT id FROM note WHERE " + CHOSEN + " OR project IN " + PROJECTS);
        removed += remove("file", "SELECT id FROM file WHERE " + CHOSEN + " OR project IN " + PROJECTS);
        removed += remove("project", "SELECT id FROM project WHERE " + CHOSEN);
        sql.update("UPDATE project SET collection = NULL WHERE collection IN " + COLLECTIONS, only);
        return removed + removeCollections();
    }

    /// Removes the collections. Those inside one can be many levels deep: all ids are read before the first is removed.
    private int removeCollections() throws SQLException {
        return remove("collection", "SELECT id FROM collection WHERE id IN " + COLLECTIONS);
    }

    private int remove(String table, String ids) throws SQLException {
        List<String> found = new ArrayList<>(sql.list(ids, row -> row.getString(1), only));
        for (var id : found) {
            sql.update("DELETE FROM conflict WHERE tbl = ? AND record = ?", table, id);
            sql.update("DELETE FROM \"%s\" WHERE id = ?".formatted(table), id);
        }
        return found.size();
    }
}
