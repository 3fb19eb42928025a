package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.DamagedFile;
import tidemark.db.SqliteFile;
import tidemark.library.records.ProjectDetails;

/// What `status` says of a library after a check of it in the background.
final class DamageTest {
    private static final int PAGE = 4096;
    private static final int PAGES = 8;

    @TempDir
    Path folder;

    private Shell shell;
    private Path database;

    @BeforeEach
    void start() {
        shell = new Shell(folder.resolve("laptop"));
        shell.done("init", "--sample");
        database = shell.library.resolve("database.sqlite");
    }

    private void check() {
        shell.onOpen(app -> app.check().full());
        var _ = shell.run("status");
        shell.onOpen(_ -> {});
    }

    @Test
    void aLibraryThatWasNeverCheckedIsNotSaidToBeSound() {
        assertThat(shell.done("status").out()).contains("checked    never");
        assertThat(shell.json("status").json().get("check").isNull()).isTrue();
    }

    @Test
    void aSoundLibraryIsSaidToHaveBeenCheckedWhenItWas() {
        check();
        assertThat(shell.done("status").out()).containsPattern("checked    2026-03-01 .*: sound");
        var told = shell.json("status").json().get("check");
        assertThat(told.get("at").asString()).isEqualTo(Shell.NOW.toString());
        assertThat(told.get("findings")).isEmpty();
    }

    @Test
    void eachOfManyDestroyedPagesIsNoticedAndToldAfterwards() throws Exception {
        shell.onOpen(app -> {
            for (int i = 0; i < 150; i++) {
                app.library()
                        .projects()
                        .create(ProjectDetails.titled("Project " + i)
                                .withSummary("A text of some words, number %d. "
                                        .formatted(i)
                                        .repeat(i * 3)));
            }
            app.indexer().run();
        });
        shell.done("status");
        shell.onOpen(_ -> {});
        var pages = SqliteFile.edit(database, sql -> {
            sql.run("PRAGMA wal_checkpoint(TRUNCATE)");
            return sql.number("PRAGMA page_count").orElseThrow();
        });
        var sound = Files.copy(database, folder.resolve("sound.sqlite"));
        for (int i = 1; i <= PAGES; i++) {
            Files.copy(sound, database, StandardCopyOption.REPLACE_EXISTING);
            destroy(pages * i / (PAGES + 2));
            check();
            var told = shell.run("status");
            assertThat(told.code())
                    .as("page %d of %d", pages * i / (PAGES + 2), pages)
                    .isEqualTo(6);
            assertThat(told.out() + told.err()).containsIgnoringCase("damaged").contains("tidemark rebuild");
        }
    }

    private void destroy(long page) throws IOException {
        var junk = new byte[PAGE];
        new Random(page).nextBytes(junk);
        try (var file = new RandomAccessFile(database.toFile(), "rw")) {
            file.seek((page - 1) * PAGE);
            file.write(junk);
        }
    }

    @Test
    void damageStaysToldUntilACheckFindsNone() throws Exception {
        var sound = Files.copy(database, folder.resolve("sound.sqlite"));
        DamagedFile.overwrite(database, "project_due");
        assertThat(shell.run("verify").code()).isEqualTo(6);
        var told = shell.run("status", "--json");
        assertThat(told.code()).isEqualTo(6);
        assertThat(told.json().get("check").get("findings")).isNotEmpty();

        Files.copy(sound, database, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(database.resolveSibling("database.sqlite-wal"));
        Files.deleteIfExists(database.resolveSibling("database.sqlite-shm"));
        assertThat(shell.run("status").code()).isEqualTo(6);
        shell.done("verify");
        shell.done("status");
    }

    @Test
    void theCheckAfterAStartFindsDamageWithoutReadingForLong() throws Exception {
        DamagedFile.overwrite(database, "project_due");
        shell.onOpen(app -> app.check().quick());
        assertThat(shell.run("status").code()).isEqualTo(6);
    }

    @Test
    void aQuickCheckThatFindsNothingClaimsNothing() {
        shell.onOpen(app -> app.check().quick());
        assertThat(shell.done("status").out()).contains("checked    never");
    }

    @Test
    void theFullCheckRunsOnceAWeek() {
        shell.onOpen(app -> app.check().fullIfDue());
        assertThat(shell.done("status").out()).contains("checked    2026-03-01");
        shell.clock(Clock.fixed(Shell.NOW.plus(Duration.ofDays(6)), ZoneOffset.UTC));
        assertThat(shell.done("status").out()).contains("checked    2026-03-01");
        shell.clock(Clock.fixed(Shell.NOW.plus(Duration.ofDays(8)), ZoneOffset.UTC));
        assertThat(shell.done("status").out()).contains("checked    2026-03-09");
    }
}
