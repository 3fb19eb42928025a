package tidemark.ui.list;

import java.util.List;
import tidemark.library.Library;
import tidemark.library.ProjectQuery;
import tidemark.library.ProjectSummary;

/// What a list of projects shows first, read at once: to come back for the page would cost a frame that shows nothing.
///
/// @param count how long the list is
/// @param projects its first page
public record FirstPage(int count, List<ProjectSummary> projects) {
    /// Reads that of a new window, which shows every project; waits for the database.
    public static FirstPage ofWindow(Library library) {
        return read(library, ProjectQuery.of(new ProjectQuery.Shelf.All()).sorted(ProjectQuery.Sort.EDITED));
    }

    static FirstPage read(Library library, ProjectQuery query) {
        return new FirstPage(library.projects().count(query), library.projects().page(query, 0, PagedList.PAGE));
    }
}
