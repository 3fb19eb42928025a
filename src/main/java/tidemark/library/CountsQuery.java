package tidemark.library;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import tidemark.db.Sql;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.records.CollectionId;
import tidemark.library.records.Counts;
import tidemark.library.records.LabelId;

/// The query for the numbers in the sidebar, answered from indexes alone.
final class CountsQuery {
    private static final String TRASHED = """
            SELECT (SELECT count(*) FROM project WHERE trashed_at IS NOT NULL)
                 + (SELECT count(*) FROM note WHERE trashed_at IS NOT NULL)
                 + (SELECT count(*) FROM file WHERE trashed_at IS NOT NULL)
                 + (SELECT count(*) FROM collection WHERE trashed_at IS NOT NULL)""";

    private static final String BY_COLLECTION = """
            SELECT collection, count(*) FROM project
            WHERE trashed_at IS NULL AND collection IS NOT NULL GROUP BY collection""";

    private static final String BY_LABEL =
            "SELECT label, count(*) FROM project_label WHERE label IS NOT NULL GROUP BY label";

    private static final String TRASHED_BY_LABEL = """
            SELECT label, count(*) FROM project CROSS JOIN project_label ON project_label.project = project.id
            WHERE trashed_at IS NOT NULL AND label IS NOT NULL GROUP BY label""";

    private final ProjectList list = new ProjectList();

    Counts counts(Sql sql, LocalDate today) throws SQLException {
        return new Counts(
                list.count(sql, ProjectQuery.of(new Shelf.All())),
                list.count(sql, ProjectQuery.of(new Shelf.Starred())),
                list.count(sql, ProjectQuery.of(new Shelf.Due(today))),
                number(sql, TRASHED),
                number(sql, "SELECT count(*) FROM conflict WHERE resolution IS NULL"),
                collections(sql),
                labels(sql));
    }

    private static Map<CollectionId, Integer> collections(Sql sql) throws SQLException {
        return byKey(sql, BY_COLLECTION, CollectionId::new);
    }

    /// All memberships by index, less those of the few projects in the trash: much faster than reading each project.
    private static Map<LabelId, Integer> labels(Sql sql) throws SQLException {
        var counts = byKey(sql, BY_LABEL, LabelId::new);
        var trashed = byKey(sql, TRASHED_BY_LABEL, LabelId::new);
        trashed.forEach((label, number) -> counts.merge(label, -number, Integer::sum));
        counts.values().removeIf(number -> number <= 0);
        return counts;
    }

    private static <K> Map<K, Integer> byKey(Sql sql, String query, Function<String, K> key) throws SQLException {
        var counts = new HashMap<K, Integer>();
        sql.each(query, row -> counts.put(key.apply(row.getString(1)), row.getInt(2)));
        return counts;
    }

    private static int number(Sql sql, String query) throws SQLException {
        return (int) sql.number(query).orElse(0);
    }
}
