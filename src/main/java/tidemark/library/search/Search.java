package tidemark.library.search;

import java.sql.SQLException;
import java.util.List;
import tidemark.db.Database;
import tidemark.db.Sql;
import tidemark.library.ProjectList;
import tidemark.library.records.LibraryException;

/// The search for projects by words in their titles, summaries, notes and file names, as the words are typed.
public final class Search {
    private static final int MOST_WORDS = 100;
    private static final int MOST_CHARACTERS = 10_000;

    private final Database database;
    private final ProjectList list = new ProjectList();

    /// A search in this database.
    public Search(Database database) {
        this.database = database;
    }

    /// The projects that have all the words, or words that begin so, the best first. `#label` restricts the search to
    /// projects with a label that begins so. A text without words finds nothing.
    ///
    /// @throws tidemark.library.LibraryException when the text is longer than anybody would type it
    public List<SearchHit> find(String text, int limit) {
        return database.read(sql -> find(sql, text, limit));
    }

    /// Each word is a condition of the query, and SQLite bounds their number and length.
    private static SearchWords words(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw LibraryException.searchTooLong("%,d characters".formatted(MOST_CHARACTERS));
        }
        var words = SearchWords.of(text);
        if (words.count() > MOST_WORDS) {
            throw LibraryException.searchTooLong(MOST_WORDS + " words");
        }
        return words;
    }

    private List<SearchHit> find(Sql sql, String text, int limit) throws SQLException {
        return new SearchRun(sql, list, words(text)).hits(limit);
    }
}
