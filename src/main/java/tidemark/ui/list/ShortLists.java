package tidemark.ui.list;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidemark.library.ConflictGroup;
import tidemark.library.Library;
import tidemark.library.records.ProjectId;
import tidemark.library.records.ProjectSummary;
import tidemark.library.search.Search;

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

    /// The open conflicts, those of one project together.
    List<ListEntry> inConflict() {
        return library.conflicts().byProject().stream()
                .flatMap(ShortLists::inConflict)
                .toList();
    }

    private static Stream<ListEntry> inConflict(ConflictGroup group) {
        return group.conflicts().stream()
                .map(conflict -> new ListEntry.InConflict(
                        conflict, group, conflict.equals(group.conflicts().getFirst())));
    }
}
