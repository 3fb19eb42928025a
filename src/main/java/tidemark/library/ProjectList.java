package tidemark.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.db.Json;
import tidemark.db.LocalState;
import tidemark.db.Sql;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.records.Label;
import tidemark.library.records.Preview;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.ProjectSummary;
import tidemark.library.records.Timestamps;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The queries for lists of projects: first their ids, from an index that has the order, then those few lines
/// in full.
public final class ProjectList {
    /// By the ids in a JSON array, in its order. Where a project has no summary, its first note is shown; it
    /// counts as
    /// not sent when anything in it is.
    private static final String SUMMARIES = """
            SELECT project.id, edited, title, substr(summary, 1, %1$d) AS summary, status, starred, due,
              CASE WHEN summary IS NULL THEN (
                SELECT substr(body, 1, %1$d) FROM note WHERE note.project = project.id AND note.trashed_at IS NULL
                ORDER BY position, note.id LIMIT 1) END,
              %2$s
              OR EXISTS (SELECT 1 FROM note WHERE note.project = project.id AND %3$s)
              OR EXISTS (SELECT 1 FROM file WHERE file.project = project.id AND %4$s)
              OR %5$s,
              EXISTS (SELECT 1 FROM conflict WHERE resolution IS NULL) AND EXISTS (
                SELECT 1 FROM conflict WHERE resolution IS NULL AND (
                  tbl = 'project' AND record = project.id
                  OR tbl = 'note' AND record IN (SELECT note.id FROM note WHERE note.project = project.id)
                  OR tbl = 'file' AND record IN (SELECT file.id FROM file WHERE file.project = project.id)))
            FROM json_each(?) AS wanted JOIN project ON project.id = wanted.value ORDER BY wanted.key""".formatted(
                    Preview.MOST_READ,
                    LocalState.isPending("project", "project.id"),
                    LocalState.isPending("note", "note.id"),
                    LocalState.isPending("file", "file.id"),
                    LocalState.isAnyPending("project_label", "project.id"));

    private static final String WITHIN = """
            collection IN (WITH RECURSIVE inner (id) AS (
              VALUES (?) UNION SELECT collection.id FROM collection JOIN inner ON parent = inner.id
                               WHERE trashed_at IS NULL)
            SELECT id FROM inner)""";

    /// A piece of SQL with the values of its question marks.
    private record Clause(String sql, List<Object> values) {
        static Clause of(String sql, Object... values) {
            return new Clause(sql, List.of(values));
        }

        Clause and(Clause other) {
            var both = new ArrayList<>(values);
            both.addAll(other.values);
            return new Clause(sql + " AND " + other.sql, both);
        }

        Object[] with(Object... more) {
            var all = new ArrayList<>(values);
            all.addAll(List.of(more));
            return all.toArray();
        }
    }

    int count(Sql sql, ProjectQuery query) throws SQLException {
        var where = where(query);
        return (int) sql.number("SELECT count(*) FROM project WHERE " + where.sql(), where.with())
                .orElse(0);
    }

    List<ProjectSummary> page(Sql sql, ProjectQuery query, int offset, int limit) throws SQLException {
        var where = where(query);
        var ids = sql.list(statement(query), row -> new ProjectId(row.getString(1)), where.with(limit, offset));
        return summaries(sql, ids);
    }

    static String statement(ProjectQuery query) {
        return "SELECT id FROM project WHERE %s ORDER BY %s LIMIT ? OFFSET ?"
                .formatted(where(query).sql(), order(query));
    }

    /// These projects as lines of a list, in this order; those that are gone are left out.
    public List<ProjectSummary> summaries(Sql sql, List<ProjectId> projects) throws SQLException {
        var wanted = json(projects);
        var labels = labels(sql, wanted);
        return sql.list(SUMMARIES, row -> summary(row, labels), wanted);
    }

    private static ProjectSummary summary(ResultSet row, Map<ProjectId, List<Label>> labels) throws SQLException {
        var id = new ProjectId(row.getString(1));
        var details = ProjectDetails.of(details(row));
        var text = details.summary().isEmpty()
                ? Optional.ofNullable(row.getString(8)).orElse("")
                : details.summary();
        return new ProjectSummary(
                id,
                details.title(),
                Preview.of(details.title(), text),
                details.status(),
                details.starred(),
                details.due(),
                Timestamps.edited(row.getLong(2)),
                labels.getOrDefault(id, List.of()),
                row.getBoolean(9),
                row.getBoolean(10));
    }

    private static Row details(ResultSet row) throws SQLException {
        var values = new HashMap<String, Value>();
        for (var column : List.of("title", "summary", "status", "due")) {
            Optional.ofNullable(row.getString(column)).ifPresent(text -> values.put(column, Value.of(text)));
        }
        values.put("starred", Value.of(row.getLong("starred")));
        return Row.of(values);
    }

    private static Map<ProjectId, List<Label>> labels(Sql sql, String wanted) throws SQLException {
        var labels = new HashMap<ProjectId, List<Label>>();
        sql.each(
                """
                SELECT DISTINCT project, label.id, label.name, label.colour
                FROM json_each(?) AS wanted JOIN project_label ON project = wanted.value
                JOIN label ON label.id = project_label.label ORDER BY label.name COLLATE NOCASE, label.id""",
                row -> labels.computeIfAbsent(new ProjectId(row.getString(1)), _ -> new ArrayList<>())
                        .add(Label.of(row, 2)),
                wanted);
        return labels;
    }

    private static String json(List<ProjectId> projects) {
        return Json.array(projects.stream().map(ProjectId::text).toList());
    }

    private static Clause where(ProjectQuery query) {
        var shelf = shelf(query.shelf());
        return query.status()
                .map(status -> shelf.and(Clause.of("ifnull(status, 'idea') = ?", status.text())))
                .orElse(shelf);
    }

    /// The condition for a shelf. For a label, the plus keeps SQLite from scanning the index of all projects outside
    /// the trash.
    private static Clause shelf(Shelf shelf) {
        var here = Clause.of("trashed_at IS NULL");
        return switch (shelf) {
            case Shelf.All() -> here;
            case Shelf.Trashed() -> Clause.of("trashed_at IS NOT NULL");
            case Shelf.Starred() -> here.and(Clause.of("starred <> 0"));
            case Shelf.Due(var today) ->
                here.and(Clause.of(
                        "due <= ? AND ifnull(status, 'idea') <> 'done'",
                        today.plusDays(7).toString()));
            case Shelf.In(var collection) -> here.and(Clause.of("collection = ?", collection.text()));
            case Shelf.Within(var collection) -> here.and(Clause.of(WITHIN, collection.text()));
            case Shelf.Labelled(var label) ->
                Clause.of(
                        "+trashed_at IS NULL AND id IN (SELECT project FROM project_label WHERE label = ?)",
                        label.text());
        };
    }

    private static String order(ProjectQuery query) {
        return ordersBySort(query) ? order(query.sort(), "") : order(query.sort(), "+");
    }

    /// Whether an index has both the condition and the order. Otherwise the few projects found are sorted:
    /// reading all
    /// projects in their order and passing over most of them takes far longer.
    private static boolean ordersBySort(ProjectQuery query) {
        return switch (query.shelf()) {
            case Shelf.All() -> query.status().isEmpty() || query.sort() == ProjectQuery.Sort.EDITED;
            case Shelf.Starred(), Shelf.Trashed() -> query.sort() == ProjectQuery.Sort.EDITED;
            case Shelf.In(var _) -> query.sort() == ProjectQuery.Sort.MANUAL;
            case Shelf.Due(var _), Shelf.Within(var _), Shelf.Labelled(var _) -> false;
        };
    }

    /// The terms of ORDER BY. A plus before a term keeps SQLite from reading an index for its order.
    private static String order(ProjectQuery.Sort sort, String plus) {
        var terms = switch (sort) {
            case EDITED -> "%1$sedited DESC, %1$sn DESC";
            case TITLE -> "%1$stitle COLLATE NOCASE, %1$sn";
            case DUE -> "%1$sifnull(due, '~'), %1$sn";
            case MANUAL -> "%1$sposition, %1$sid";
        };
        return terms.formatted(plus);
    }
}
