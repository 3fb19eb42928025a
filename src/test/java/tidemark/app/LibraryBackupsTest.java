package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.problem.Problem;

/// The running program makes a backup a day, and says when it cannot.
final class LibraryBackupsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final List<Problem> told = new ArrayList<>();
    private App app;

    @BeforeEach
    void open() {
        app = App.open(new LibraryFolder(folder), new Origins(NOON, new Random(1), () -> {}));
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
    void whoAsksLaterIsToldToo() throws IOException {
        Files.writeString(folder.resolve("backups"), "in the way");
        app.backups().makeIfDue();
        var late = new ArrayList<Problem>();
        app.backups().onProblem(late::add);
        assertThat(late).isEqualTo(told);
    }
}
