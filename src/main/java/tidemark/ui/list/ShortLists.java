package tidemark.ui.list;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidemark.library.Conflict;
import tidemark.library.Library;
import tidemark.library.records.NoteId;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectId;
import tidemark.library.records.ProjectSummary;
import tidemark.library.search.Search;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;

/// The lists that are short enough to be read at once: the hits of a search, the trash, the conflicts. All methods wait
/// for the database.
record ShortLists(Library library, Search search) {
    /// The most hits that are shown.
    static final int MAX_HITS = 200;

    List<ListEntry> found(String words) {
        return search.find(words, MAX_HITS).stream()
                .<ListEntry>map(ListEntry.Found::new)
                .toList();
    }

    /// The trash: projects as in every list, all else as [ListEntry.Trashed].
    List<ListEntry> trashed() {
        var items = library.trash().list();
        var ids = items.stream()
                .flatMap(item -> item.id() instanceof ProjectId id ? Stream.of(id) : Stream.empty())
                .toList();
        var projects = library.projects().summaries(ids).stream()
                .collect(Collectors.toMap(ProjectSummary::id, Function.identity()));
        return items.stream()
                .<ListEntry>map(item -> item.id() instanceof ProjectId id && projects.containsKey(id)
                        ? new ListEntry.Listed(projects.get(id))
                        : new ListEntry.Trashed(item))
                .toList();
    }

    /// The open conflicts, those of one record together.
    List<ListEntry> inConflict() {
        return library.conflicts().byRecord().entrySet().stream()
                .flatMap(record -> inConflict(record.getKey(), record.getValue()))
                .toList();
    }

    private Stream<ListEntry> inConflict(RecordId record, List<Conflict> conflicts) {
        var project = project(record);
        var isPart = !record.table().equals(LibrarySchema.PROJECT.name());
        var context = project.filter(_ -> isPart)
                .flatMap(id -> library.projects().find(id))
                .map(Project::details)
                .map(details -> details.title())
                .orElse("");
        return conflicts.stream().map(conflict -> new ListEntry.InConflict(conflict, project, context));
    }

    private Optional<ProjectId> project(RecordId record) {
        if (record.table().equals(LibrarySchema.PROJECT.name())) {
            return Optional.of(new ProjectId(record.id()));
        }
        return record.table().equals(LibrarySchema.NOTE.name())
                ? library.notes().find(new NoteId(record.id())).map(note -> note.project())
                : Optional.empty();
    }
}
