package tidemark.ui.list;

import java.util.Optional;
import tidemark.library.LibraryId;
import tidemark.library.ProjectId;
import tidemark.library.ProjectSummary;
import tidemark.library.SearchHit;
import tidemark.library.TrashItem;

/// A line of the list.
sealed interface Entry {
    /// A project.
    record Listed(ProjectSummary project) implements Entry {}

    /// A project, and where a search found it.
    record Found(SearchHit hit) implements Entry {}

    /// A note, file or collection in the trash.
    record Trashed(TrashItem item) implements Entry {}

    /// What the line is of.
    default LibraryId id() {
        return switch (this) {
            case Listed(var project) -> project.id();
            case Found(var hit) -> hit.project().id();
            case Trashed(var item) -> item.id();
        };
    }

    /// The project that the line is of, if it is of one.
    default Optional<ProjectId> projectId() {
        return id() instanceof ProjectId project ? Optional.of(project) : Optional.empty();
    }
}
