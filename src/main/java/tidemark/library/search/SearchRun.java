package tidemark.library.search;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tidemark.db.Json;
import tidemark.db.Sql;
import tidemark.library.ProjectList;
import tidemark.library.records.FileId;
import tidemark.library.records.Label;
import tidemark.library.records.NoteId;
import tidemark.library.records.ProjectId;
import tidemark.library.records.ProjectSummary;
import tidemark.library.search.SearchHit.Place;

/// One search through one snapshot of the library.
final class SearchRun {
    /// A text that matches; the lower the score, the better.
    private record Found(SearchSource source, ProjectId project, String id, double score) {}

    private final Sql sql;
    private final ProjectList list;
    private final SearchWords words;

    SearchRun(Sql sql, ProjectList list, SearchWords words) {
        this.sql = sql;
        this.list = list;
        this.words = words;
    }

    /// The hits: first the projects that have all words in one text; where these are too few, those that have them in
    /// several.
    List<SearchHit> hits(int limit) throws SQLException {
        if (words.isEmpty()) {
            return List.of();
        }
        var best = found(words, limit);
        var terms = words.separately();
        if (best.size() < limit && terms.size() > 1) {
            acrossTexts(terms).forEach(best::putIfAbsent);
        }
        var hits = new ArrayList<SearchHit>();
        for (var summary :
                list.summaries(sql, best.keySet().stream().limit(limit).toList())) {
            var found = best.get(summary.id());
            if (found != null) {
                hits.add(hit(summary, found));
            }
        }
        return hits;
    }

    /// The projects that have each of the words in some text, with the best text for the first word.
    private Map<ProjectId, Found> acrossTexts(List<SearchWords> terms) throws SQLException {
        var common = found(terms.getFirst(), Integer.MAX_VALUE);
        for (var term : terms.subList(1, terms.size())) {
            if (!common.isEmpty()) {
                common.keySet().retainAll(found(term, Integer.MAX_VALUE).keySet());
            }
        }
        return common;
    }

    /// The best text of each project, in the order of the scores.
    private Map<ProjectId, Found> found(SearchWords wanted, int limit) throws SQLException {
        var all = new ArrayList<Found>();
        for (var source : SearchSource.of(wanted)) {
            all.addAll(sql.list(
                    source.query(wanted),
                    row -> new Found(source, new ProjectId(row.getString(1)), row.getString(2), row.getDouble(3)),
                    arguments(wanted, limit)));
        }
        all.sort(Comparator.comparingDouble(Found::score).thenComparing(Found::id));
        var best = new LinkedHashMap<ProjectId, Found>();
        all.forEach(found -> best.putIfAbsent(found.project(), found));
        return best;
    }

    private Object[] arguments(SearchWords wanted, int limit) throws SQLException {
        var arguments = new ArrayList<Object>();
        if (!wanted.phrases().isEmpty()) {
            arguments.add(wanted.expression());
        }
        for (var label : wanted.labels()) {
            arguments.add(labels(label));
        }
        arguments.add(limit);
        return arguments.toArray();
    }

    /// The ids of the labels whose names begin with `beginning`, as a JSON array.
    private String labels(String beginning) throws SQLException {
        return Json.array(sql.list("SELECT id, name, colour FROM label", row -> Label.of(row, 1)).stream()
                .filter(label -> SearchWords.isBeginning(beginning, label.name()))
                .map(label -> label.id().text())
                .toList());
    }

    private SearchHit hit(ProjectSummary summary, Found found) throws SQLException {
        var snippets = new Snippets(words.phrases());
        return switch (found.source()) {
            case PROJECT -> {
                var text = text("SELECT summary FROM project WHERE id = ?", found);
                yield snippets.matches(summary.title()) || !snippets.matches(text)
                        ? new SearchHit(summary, new Place.Title(), snippets.of(summary.title()))
                        : new SearchHit(summary, new Place.Summary(), snippets.ofMarkdown(text));
            }
            case NOTE -> {
                var title = text("SELECT title FROM note WHERE id = ?", found);
                var body = text("SELECT body FROM note WHERE id = ?", found);
                yield new SearchHit(
                        summary,
                        new Place.InNote(new NoteId(found.id()), title),
                        snippets.matches(body) ? snippets.ofMarkdown(body) : snippets.of(title));
            }
            case FILE -> {
                var name = text("SELECT name FROM file WHERE id = ?", found);
                yield new SearchHit(summary, new Place.InFile(new FileId(found.id()), name), snippets.of(name));
            }
        };
    }

    private String text(String query, Found found) throws SQLException {
        return sql.text(query, found.id()).orElse("");
    }
}
