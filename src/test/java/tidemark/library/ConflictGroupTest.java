package tidemark.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.records.NoteText;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;

/// Conflicts stand together by project, with those of its notes.
final class ConflictGroupTest {
    @TempDir
    Path folder;

    private static void dispute(Library library, Project project) {
        library.projects()
                .save(project, project.details().withTitle(project.details().title() + " 1"));
        library.projects()
                .save(project, project.details().withTitle(project.details().title() + " 2"));
    }

    @Test
    void conflictsStandTogetherByProjectWithThoseOfItsNotes() {
        try (var open = new TestLibrary(folder)) {
            var library = open.library();
            assertThat(library.conflicts().byProject()).isEmpty();
            var river = library.projects().create(ProjectDetails.titled("River"));
            var note = library.notes().create(river.id(), new NoteText("Samples", ""));
            var hill = library.projects().create(ProjectDetails.titled("Hill"));
            var places = library.collections().create("Places");
            dispute(library, river);
            dispute(library, hill);
            library.collections().save(places, places.details().withName("Spots"));
            library.collections().save(places, places.details().withName("Sites"));
            library.notes().save(note, note.text().withTitle("Bottles"));
            library.notes().save(note, note.text().withTitle("Jars"));
            var groups = library.conflicts().byProject();
            assertThat(groups).extracting(ConflictGroup::title).containsExactly("River 2", "Hill 2", "");
            assertThat(groups.getFirst().project()).contains(river.id());
            assertThat(groups.getLast().project()).isEmpty();
            assertThat(groups.stream()
                            .map(group -> group.conflicts().stream()
                                    .map(conflict -> conflict.subject().record().table())
                                    .toList())
                            .toList())
                    .containsExactly(List.of("project", "note"), List.of("project"), List.of("collection"));
        }
    }
}
