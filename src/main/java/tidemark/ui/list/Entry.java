package tidemark.ui.list;

import java.util.Optional;
import tidemark.library.ProjectSummary;
import tidemark.library.SearchHit;

/// A line of the list: a project, and where a search found it.
record Entry(ProjectSummary project, Optional<SearchHit> hit) {
    static Entry of(ProjectSummary project) {
        return new Entry(project, Optional.empty());
    }

    static Entry of(SearchHit hit) {
        return new Entry(hit.project(), Optional.of(hit));
    }
}
