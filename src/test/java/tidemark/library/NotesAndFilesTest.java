package tidemark.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import tidemark.library.records.FileDetails;
import tidemark.library.records.InsertAt;
import tidemark.library.records.LibraryException;
import tidemark.library.records.Note;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.ProjectId;

/// Notes and files of a project.
final class NotesAndFilesTest extends LibraryTest {
    private static final FileDetails PHOTO = new FileDetails("weir.jpg", "image/jpeg", 12_345, "ab".repeat(32));

    @Test
    void notesKeepTheOrderInWhichTheyWereMadeAndMoved() {
        var project = project("River").id();
        var one = note(project, "1");
        var two = note(project, "2");
        var three = note(project, "3");

        library.notes().move(three.id(), new InsertAt.First<>());
        library.notes().move(one.id(), new InsertAt.After<>(two.id()));

        assertThat(library.notes().of(project))
                .extracting(note -> note.text().title())
                .containsExactly("3", "2", "1");
    }

    @Test
    void twoSavesOfOneNoteBecomeOneText() {
        var note = library.notes().create(project("River").id(), new NoteText("n", "a\nb\nc\nd\n"));

        library.notes().save(note, note.text().withBody("A\nb\nc\nd\n"));
        var saved =
                library.notes().save(note, note.text().withBody("a\nb\nc\nD\n").withTitle("N"));

        assertThat(saved.now().text()).isEqualTo(new NoteText("N", "A\nb\nc\nD\n"));
        assertThat(saved.conflicts()).isEmpty();
    }

    @Test
    void aNoteWhoseProjectWasPurgedWhileItWasTypedIsThereAgainWithIt() {
        var note = note(project("River").id(), "Wade");
        library.trash().put(List.of(note.project()));
        library.trash().empty();

        var saved = library.notes()
                .save(note, note.text().withBody("typed meanwhile"))
                .now();

        assertThat(saved.text().body()).isEqualTo("typed meanwhile");
        assertThat(TestLibrary.title(library, note.project())).isEqualTo("Wade");
    }

    @Test
    void aNoteNeedsAProject() {
        assertThatExceptionOfType(LibraryException.class)
                .isThrownBy(() -> library.notes().create(new ProjectId("none"), new NoteText("", "")));
    }

    @Test
    void aFileRecordKeepsItsContentAsOneUnit() {
        var file = library.files().add(project("River").id(), PHOTO);

        library.files().save(file, new FileDetails("weir.jpg", "image/png", 99, "cd".repeat(32)));
        var saved = library.files().save(file, PHOTO.withName("the weir.jpg"));

        assertThat(saved.now().details()).isEqualTo(new FileDetails("the weir.jpg", "image/png", 99, "cd".repeat(32)));
        assertThat(library.files().of(file.project())).containsExactly(saved.now());
    }

    @Test
    void aFileWithAnotherContentFromOneBaseIsAConflictOfTheWholeContent() {
        var file = library.files().add(project("River").id(), PHOTO);

        library.files().save(file, new FileDetails("weir.jpg", "image/jpeg", 1, "cd".repeat(32)));
        var saved = library.files().save(file, new FileDetails("weir.jpg", "image/jpeg", 2, "ef".repeat(32)));

        assertThat(saved.conflicts()).containsExactly("content");
        assertThat(library.conflicts().open().getFirst().theirs().value().text("sha256"))
                .contains("cd".repeat(32));
    }

    @Test
    void filesMoveAndAreFound() {
        var project = project("River").id();
        var one = library.files().add(project, PHOTO);
        var two = library.files().add(project, PHOTO.withName("mill.jpg"));

        library.files().move(two.id(), new InsertAt.First<>());

        assertThat(library.files().of(project)).extracting(ProjectFile::id).containsExactly(two.id(), one.id());
        assertThat(library.files().find(one.id())).contains(one);
    }

    private Note note(ProjectId project, String title) {
        return library.notes().create(project, new NoteText(title, ""));
    }
}
