package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.records.NoteText;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Provenance;

/// The times of imported records on several devices: each shows when they were last changed where they come
/// from, until they are changed in the library.
final class ImportedTimesTest {
    private static final Instant CREATED = Instant.parse("2017-03-04T05:06:07Z");
    private static final Instant MODIFIED = Instant.parse("2018-03-04T05:06:07.089Z");

    @TempDir
    Path folder;

    private Pair pair;
    private ProjectId id = new ProjectId("");

    @BeforeEach
    void importOnTheLaptop() {
        pair = new Pair(folder);
        var library = pair.laptop.library();
        pair.laptop.database.change(sql -> {
            var provenance = new Provenance(Optional.of(CREATED), Optional.of(MODIFIED), Optional.of("Garden/Soil.md"));
            var project = library.projects().create(sql, ProjectDetails.titled("Soil"), Optional.empty(), provenance);
            library.notes().create(sql, project.id(), new NoteText("Worms", ""), provenance);
            id = project.id();
        });
        pair.pass(Duration.ofHours(1));
        pair.sync();
    }

    @AfterEach
    void close() {
        pair.close();
    }

    private Project on(Copy device) {
        return device.library().projects().find(id).orElseThrow();
    }

    @Test
    void anImportedRecordIsAsOldOnEveryDevice() {
        for (var device : new Copy[] {pair.laptop, pair.desk}) {
            assertThat(on(device).edited()).isEqualTo(MODIFIED);
            assertThat(on(device).times().created()).contains(CREATED);
            assertThat(device.library().notes().of(id).getFirst().edited()).isEqualTo(MODIFIED);
            assertThat(device.text("project", id.text(), "path")).isEqualTo("Garden/Soil.md");
        }
        assertThat(pair.laptop.pending() + pair.desk.pending()).isZero();
    }

    @Test
    void onceItIsChangedItIsEditedThenOnBothDevices() {
        var now = pair.clock.instant();
        var soil = on(pair.laptop);
        pair.laptop.library().projects().save(soil, soil.details().withSummary("sand"));
        assertThat(on(pair.laptop).edited()).isEqualTo(now);

        pair.sync();

        assertThat(on(pair.desk).edited()).isAfterOrEqualTo(now);
        assertThat(on(pair.desk).times().created()).contains(CREATED);
    }

    @Test
    void aTimeToComeIsNotBelieved() {
        var later = pair.clock.instant().plus(Duration.ofDays(9));
        var provenance = new Provenance(Optional.empty(), Optional.of(later), Optional.empty());
        pair.laptop.database.change(sql -> id = pair.laptop
                .library()
                .projects()
                .create(sql, ProjectDetails.titled("Later"), Optional.empty(), provenance)
                .id());
        assertThat(on(pair.laptop).edited()).isEqualTo(pair.clock.instant());
        pair.sync();
        assertThat(on(pair.desk).edited()).isBefore(later);
    }

    @Test
    void aProjectMadeHereWasCreatedWhenItsIdWasMade() {
        var now = pair.clock.instant();
        var made = pair.laptop.library().projects().create(ProjectDetails.titled("Mine"));
        assertThat(made.times().created()).contains(now);
    }
}
