package tidemark.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tidemark.library.Library;
import tidemark.library.records.NoteText;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.Status;

/// A small library with something of every kind that the window has commands for.
final class FurnishedLibrary {
    private static final String MERGED = """
            INSERT INTO merged (version, tbl, id, field, rule, device_name, at, base, mine, theirs, result)
            SELECT 1, 'project', ?, 'summary', 'text', 'desk', at, ?, ?, ?, ? FROM tx""";

    private final Library library;
    private final Project creek;

    private FurnishedLibrary(Library library) {
        this.library = library;
        creek = library.projects().create(ProjectDetails.titled("Creek").withStatus(Status.DONE));
    }

    /// Fills an empty library.
    static void fill(Library library) {
        var filling = new FurnishedLibrary(library);
        filling.projects();
        filling.trash();
        filling.conflicts();
    }

    private void projects() {
        var work = library.collections().create("Work");
        library.collections().create("Inner", work.id());
        var river = library.projects()
                .create(
                        ProjectDetails.titled("River")
                                .withSummary("one\n\ntwo\n\nthree")
                                .withDue(Optional.of(LocalDate.of(2031, 1, 1))),
                        work.id());
        library.labels().add(river.id(), "water");
        library.notes().create(river.id(), new NoteText("Samples", "upper reach"));
        library.notes().create(river.id(), new NoteText("Tools", "a pump"));
        library.change(sql -> sql.update(
                MERGED,
                river.id().text(),
                summary("two"),
                summary("two\\n\\nthree"),
                summary("one\\n\\ntwo"),
                summary("one\\n\\ntwo\\n\\nthree")));
    }

    private static String summary(String text) {
        return "{\"summary\":\"" + text + "\"}";
    }

    private void trash() {
        var ditch = library.projects().create(ProjectDetails.titled("Ditch").withStatus(Status.DONE));
        var note = library.notes().create(creek.id(), new NoteText("Frogs", "two"));
        var gone = library.collections().create("Gone");
        library.trash().put(List.of(ditch.id(), note.id(), gone.id()));
    }

    /// Two alike in a title, and one in a text.
    private void conflicts() {
        for (var title : List.of("Hill", "Lake")) {
            var was = library.projects().create(ProjectDetails.titled(title));
            library.projects().save(was, was.details().withTitle(title + " there"));
            library.projects().save(was, was.details().withTitle(title + " here"));
        }
        var was = library.projects().create(ProjectDetails.titled("Text").withSummary("one\ntwo\nthree"));
        library.projects().save(was, was.details().withSummary("one\n2 there\nthree"));
        library.projects().save(was, was.details().withSummary("one\n2 here\nthree"));
    }
}
