package tidemark.library;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import tidemark.db.Database;
import tidemark.library.records.Note;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectDetails;
import tidemark.schema.LibrarySchema;

/// A program that saves the text of a note without end, in several libraries at once, and reports each save once it is
/// done: the library's file and the number that the text ends with.
final class SavingProcess {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-01T10:00:00Z"));

    private SavingProcess() {}

    /// The files of the libraries.
    public static void main(String[] files) {
        for (var file : files) {
            new Thread(() -> saveForEver(Path.of(file)), file).start();
        }
    }

    private static void saveForEver(Path file) {
        try (var database = Database.open(file, Database.Settings.of(LibrarySchema.CURRENT, CLOCK))) {
            var library = new Library(database, CLOCK, new Random(file.hashCode()), () -> "here");
            var project = library.projects().create(ProjectDetails.titled("Diary"));
            var note = library.notes().create(project.id(), new NoteText("Today", "0"));
            for (int i = 1; i < Integer.MAX_VALUE; i++) {
                note = save(library, note, "word ".repeat(i % 200) + i);
                System.out.println(file + " " + i);
            }
        }
    }

    private static Note save(Library library, Note note, String body) {
        library.notes().save(note, note.text().withBody(body));
        return library.notes().find(note.id()).orElseThrow();
    }
}
