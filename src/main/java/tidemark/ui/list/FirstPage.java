package tidemark.ui.list;

import java.util.List;
import tidemark.library.Library;
import tidemark.library.ProjectQuery;
import tidemark.library.records.ProjectSummary;

/// The length of a list of projects and its first page, read together: reading the page later would cost a frame that
/// shows nothing.
///
/// @param count the number of projects in the whole list
/// @param projects the first page
public record FirstPage(int count, List<ProjectSummary> projects) {
    /// Reads the first page of a new window, which shows this place. Waits for the database.
    public static FirstPage of(Library library, ListPlace place) {
        return read(library, place.query());
    }

    static FirstPage read(Library library, ProjectQuery query) {
        return new FirstPage(library.projects().count(query), library.projects().page(query, 0, PagedList.PAGE));
    }
}
