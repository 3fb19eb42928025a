package tidemark.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tidemark.library.Library;
import tidemark.library.records.NoteText;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
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

    /// Fills the empty library of this window, and gives the desktop a file to choose.
    static void fill(OpenWindow open, Path folder) {
        var filling = new FurnishedLibrary(open.app.library());
        var river = filling.projects();
        filling.trash();
        filling.conflicts();
        try {
            open.app.files().add(river, Gallery.picture(folder.resolve("weir.png"), 40, 30, 0x1c7ed6));
            open.app.files().add(river, Files.writeString(folder.resolve("list.txt"), "a pump"));
            open.desktop.files = List.of(Files.writeString(folder.resolve("chosen.txt"), "chosen"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return the one with notes and files
    private ProjectId projects() {
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
        return river.id();
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
