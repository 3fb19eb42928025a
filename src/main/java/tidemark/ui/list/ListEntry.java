package tidemark.ui.list;

import java.util.Optional;
import tidemark.library.Conflict;
import tidemark.library.LibraryId;
import tidemark.library.ProjectId;
import tidemark.library.ProjectSummary;
import tidemark.library.TrashItem;
import tidemark.library.search.SearchHit;

/// A line of the list.
sealed interface ListEntry {
    /// A project.
    record Listed(ProjectSummary project) implements ListEntry {}

    /// A project, and where a search found it.
    record Found(SearchHit hit) implements ListEntry {}

    /// A note, file or collection in the trash.
    record Trashed(TrashItem item) implements ListEntry {}

    /// Something to decide.
    ///
    /// @param context the title of the project that the record is of, when it is none itself
    record Disputed(Conflict conflict, Optional<ProjectId> project, String context) implements ListEntry {}

    /// What the line is of, told apart from every other line.
    default Object key() {
        return switch (this) {
            case Listed(var project) -> project.id();
            case Found(var hit) -> hit.project().id();
            case Trashed(var item) -> item.id();
            case Disputed(var conflict, var _, var _) -> conflict.id();
        };
    }

    /// The thing that can be put into the trash or taken out of it, if the line is of one.
    default Optional<LibraryId> thing() {
        return switch (this) {
            case Listed(var project) -> Optional.of(project.id());
            case Found(var hit) -> Optional.of(hit.project().id());
            case Trashed(var item) -> Optional.of(item.id());
            case Disputed _ -> Optional.empty();
        };
    }

    /// The project that the line leads to, if to any.
    default Optional<ProjectId> projectId() {
        return switch (this) {
            case Listed(var project) -> Optional.of(project.id());
            case Found(var hit) -> Optional.of(hit.project().id());
            case Trashed _ -> Optional.empty();
            case Disputed(var _, var project, var _) -> project;
        };
    }
}
