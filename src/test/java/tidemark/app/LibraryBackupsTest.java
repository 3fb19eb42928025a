package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.records.ProjectDetails;
import tidemark.problem.Problem;

/// The daily backup of the running program, and its problem when there can be none.
final class LibraryBackupsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final List<Problem> told = new ArrayList<>();
    private App app;

    @BeforeEach
    void open() {
        app = TestApp.open(folder, NOON);
        app.backups().onProblem(told::add);
    }

    @AfterEach
    void close() {
        app.close();
    }

    @Test
    void oneADayIsMade() {
        app.backups().makeIfDue();
        app.backups().makeIfDue();
        assertThat(app.backups().all()).hasSize(1);
        assertThat(told).isEmpty();
    }

    @Test
    void theOneThatWasBegunIsThereOnceTheLibraryIsClosed() {
        app.backups().start();
        app.close();
        assertThat(app.backups().all())
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(backup -> Files.isRegularFile(backup.file()));
        open();
        app.backups().makeIfDue();
        assertThat(app.backups().all()).hasSize(1);
    }

    @Test
    void whyThereIsNoneIsToldOnceAndItIsTriedAgain() throws IOException {
        var inTheWay = Files.writeString(folder.resolve("backups"), "in the way");
        app.backups().makeIfDue();
        app.backups().makeIfDue();
        assertThat(told)
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.effect()).contains("the library and the backups made before are untouched"));
        Files.delete(inTheWay);
        app.backups().makeIfDue();
        assertThat(app.backups().all()).hasSize(1);
    }

    @Test
    void whileThereIsNoneTheProgramGoesOnAndSaysWhatHelps() throws IOException {
        Files.writeString(folder.resolve("backups"), "in the way");
        app.backups().makeIfDue();
        assertThat(told).singleElement().satisfies(problem -> {
            assertThat(problem.cause()).contains("No backup could be written");
            assertThat(problem.remedy()).isNotBlank();
        });
        app.library().projects().create(ProjectDetails.titled("Later"));
        assertThat(app.library().counts(LocalDate.EPOCH).projects()).isEqualTo(1);
    }

    @Test
    void whatAKilledBackupLeftGoesAtTheNextLook() throws IOException {
        var backups = Files.createDirectories(folder.resolve("backups"));
        var killed = Files.writeString(backups.resolve("2026-02-27T120000Z.sqlite.part"), "half");
        Files.setLastModifiedTime(killed, FileTime.from(NOON.instant().minus(Duration.ofDays(2))));
        app.backups().makeIfDue();
        assertThat(killed).doesNotExist();
        assertThat(app.backups().all()).hasSize(1);
    }

    @Test
    void whoAsksLaterIsToldToo() throws IOException {
        Files.writeString(folder.resolve("backups"), "in the way");
        app.backups().makeIfDue();
        var late = new ArrayList<Problem>();
        app.backups().onProblem(late::add);
        assertThat(late).isEqualTo(told);
    }
}
