package tidemark.library.search;

import java.sql.SQLException;
import java.util.List;
import tidemark.db.Database;
import tidemark.db.Sql;
import tidemark.library.ProjectList;

/// The search for projects by words in their titles, summaries, notes and file names, as the words are typed.
public final class Search {
    private final Database database;
    private final ProjectList list = new ProjectList();

    /// A search in this database.
    public Search(Database database) {
        this.database = database;
    }

    /// The projects that have all the words, or words that begin so, the best first. `#label` restricts the search to
    /// projects with a label that begins so. Any text is allowed; one without words finds nothing.
    public List<SearchHit> find(String text, int limit) {
        return database.read(sql -> find(sql, text, limit));
    }

    private List<SearchHit> find(Sql sql, String text, int limit) throws SQLException {
        return new SearchRun(sql, list, SearchWords.of(text)).hits(limit);
    }
}
