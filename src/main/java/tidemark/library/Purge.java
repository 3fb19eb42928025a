package tidemark.library;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tidemark.db.Sql;

/// The removal of what is in the trash, each row by its id, children before parents, and of the conflicts of removed
/// records.
final class Purge {
    private static final String PROJECTS = "(SELECT id FROM project WHERE trashed_at IS NOT NULL)";
    private static final String COLLECTIONS = """
            (WITH RECURSIVE gone (id) AS (
               SELECT id FROM collection WHERE trashed_at IS NOT NULL
               UNION SELECT collection.id FROM collection JOIN gone ON parent = gone.id)
             SELECT id FROM gone)""";

    private final Sql sql;

    Purge(Sql sql) {
        this.sql = sql;
    }

    int run() throws SQLException {
        int removed = remove("project_label", "SELECT id FROM project_label WHERE project IN " + PROJECTS);
        removed += remove("note", "SELECT id FROM note WHERE trashed_at IS NOT NULL OR project IN " + PROJECTS);
        removed += remove("file", "SELECT id FROM file WHERE trashed_at IS NOT NULL OR project IN " + PROJECTS);
        removed += remove("project", "SELECT id FROM project WHERE trashed_at IS NOT NULL");
        sql.update("UPDATE project SET collection = NULL WHERE collection IN " + COLLECTIONS);
        return removed + removeCollections();
    }

    /// Removes the collections. Those inside one can be many levels deep: all ids are read before the first is removed.
    private int removeCollections() throws SQLException {
        return remove("collection", "SELECT id FROM collection WHERE id IN " + COLLECTIONS);
    }

    private int remove(String table, String ids) throws SQLException {
        List<String> found = new ArrayList<>(sql.list(ids, row -> row.getString(1)));
        for (var id : found) {
            sql.update("DELETE FROM conflict WHERE tbl = ? AND record = ?", table, id);
            sql.update("DELETE FROM \"%s\" WHERE id = ?".formatted(table), id);
        }
        return found.size();
    }
}
