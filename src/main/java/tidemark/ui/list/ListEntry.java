package tidemark.ui.list;

import java.util.Optional;
import tidemark.library.Conflict;
import tidemark.library.ConflictGroup;
import tidemark.library.records.LibraryId;
import tidemark.library.records.ProjectId;
import tidemark.library.records.ProjectSummary;
import tidemark.library.records.TrashItem;
import tidemark.library.search.SearchHit;

/// An entry of the list, shown in one line.
sealed interface ListEntry {
    /// A project.
    record Listed(ProjectSummary project) implements ListEntry {}

    /// A project, and the place where a search found it.
    record Found(SearchHit hit) implements ListEntry {}

    /// A note, file or collection in the trash.
    record Trashed(TrashItem item) implements ListEntry {}

    /// An open conflict.
    ///
    /// @param group the conflicts of its project, which stand together
    /// @param isFirst whether it is the first of them
    record InConflict(Conflict conflict, ConflictGroup group, boolean isFirst) implements ListEntry {}

    /// The identity of the entry among all others.
    default Object key() {
        return switch (this) {
            case Listed(var project) -> project.id();
            case Found(var hit) -> hit.project().id();
            case Trashed(var item) -> item.id();
            case InConflict(var conflict, var _, var _) -> conflict.id();
        };
    }

    /// The record that can be moved to the trash or restored from it, if the entry is one.
    default Optional<LibraryId> libraryId() {
        return switch (this) {
            case Listed(var project) -> Optional.of(project.id());
            case Found(var hit) -> Optional.of(hit.project().id());
            case Trashed(var item) -> Optional.of(item.id());
            case InConflict _ -> Optional.empty();
        };
    }

    /// The project that the entry opens, if any.
    default Optional<ProjectId> projectId() {
        return switch (this) {
            case Listed(var project) -> Optional.of(project.id());
            case Found(var hit) -> Optional.of(hit.project().id());
            case Trashed _ -> Optional.empty();
            case InConflict(var _, var group, var _) -> group.project();
        };
    }
}
