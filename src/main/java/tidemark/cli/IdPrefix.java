package tidemark.cli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import tidemark.library.Conflict;
import tidemark.library.Library;
import tidemark.library.records.Collection;
import tidemark.library.records.LibraryId;
import tidemark.library.records.Note;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.TrashItem;

/// The beginning of an id, as a person types it: a prefix that only one record's id has.
record IdPrefix(String text) {
    private static final int MAX_NAMED = 5;

    Project project(Library library) {
        var id = only("project", "project list", library.projects().withPrefix(text, MAX_NAMED));
        return library.projects().find(id).orElseThrow(() -> unknown("project", "project list"));
    }

    Note note(Library library) {
        var id = only("note", "note list PROJECT", library.notes().withPrefix(text, MAX_NAMED));
        return library.notes().find(id).orElseThrow(() -> unknown("note", "note list PROJECT"));
    }

    ProjectFile file(Library library) {
        var id = only("file", "file list PROJECT", library.files().withPrefix(text, MAX_NAMED));
        return library.files().find(id).orElseThrow(() -> unknown("file", "file list PROJECT"));
    }

    Collection collection(Library library) {
        var all = library.collections().all();
        var id = only(
                "collection",
                "project show ID --json",
                all.stream()
                        .<LibraryId>map(Collection::id)
                        .filter(each -> each.text().startsWith(text))
                        .toList());
        return all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    /// The item of the trash with this prefix.
    TrashItem trashed(List<TrashItem> among) {
        var id = only(
                "thing in the trash",
                "trash list",
                among.stream()
                        .<LibraryId>map(TrashItem::id)
                        .filter(each -> each.text().startsWith(text))
                        .sorted(Comparator.comparing(LibraryId::text))
                        .toList());
        return among.stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow();
    }

    /// The conflict with this prefix.
    Conflict conflict(List<Conflict> among) {
        var found = among.stream()
                .filter(conflict -> conflict.id().startsWith(text))
                .toList();
        if (found.isEmpty() || text.isEmpty()) {
            throw CommandException.unknownId("such conflict", text, "conflicts");
        }
        if (found.size() > 1) {
            throw CommandException.ambiguousId(
                    "conflict",
                    text,
                    found.stream().limit(MAX_NAMED).map(Conflict::id).collect(Collectors.joining(", ")));
        }
        return found.getFirst();
    }

    private CommandException unknown(String what, String list) {
        return CommandException.unknownId(what, text, list);
    }

    /// The only one found. A whole id wins over longer ones that begin with it.
    ///
    /// @param list the command that shows the ids there are
    private <I extends LibraryId> I only(String what, String list, List<I> found) {
        if (found.isEmpty() || text.isEmpty()) {
            throw unknown(what, list);
        }
        if (found.size() > 1 && !found.getFirst().text().equals(text)) {
            throw CommandException.ambiguousId(
                    what, text, found.stream().map(LibraryId::text).collect(Collectors.joining(", ")));
        }
        return found.getFirst();
    }
}
