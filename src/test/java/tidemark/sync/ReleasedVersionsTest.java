package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tidemark.library.ProjectQuery;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.search.Indexer;
import tidemark.library.search.Search;
import tidemark.remote.folder.FolderStore;

/// The libraries and remotes of each released version, used by this one: `laptop.sqlite`, a library of the sample with
/// one project edited and one added but not sent, and `remote`, the folder that it was synced with before.
final class ReleasedVersionsTest {
    private static final String SENT = "Reading list";
    private static final String EDITED = "Changed by 0.1 and not sent";
    private static final String ADDED = "Added by 0.1 and not sent";
    private static final int SAMPLE = 11;

    @TempDir
    Path folder;

    static Stream<Path> versions() throws IOException, URISyntaxException {
        var released = Objects.requireNonNull(ReleasedVersionsTest.class.getResource("/tidemark/released"));
        try (var files = Files.list(Path.of(released.toURI()))) {
            return files.filter(file -> file.toString().endsWith("0.1.0.zip")).sorted().toList().stream();
        }
    }

    @Test
    void thereAreSuchVersions() throws Exception {
        assertThat(versions()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itsLibraryOpensWhole(Path version) {
        unpack(version);
        try (var laptop = copy("laptop", new SteppedClock())) {
            assertThat(titles(laptop))
                    .hasSize(SAMPLE + 1)
                    .contains(EDITED, ADDED)
                    .doesNotContain(SENT);
            assertThat(laptop.pending()).isEqualTo(2);
            assertThat(laptop.database.fullCheck()).isEmpty();
            assertThat(new Indexer(laptop.database).findings()).isEmpty();
            assertThat(new SyncedStateCheck(laptop.database).findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itsLibraryIsSearchedRightlyAfterOpening(Path version) {
        unpack(version);
        try (var laptop = copy("laptop", new SteppedClock())) {
            var indexer = new Indexer(laptop.database);
            assertThat(indexer.isBehind()).isTrue();
            indexer.run();
            assertThat(indexer.findings()).isEmpty();
            var search = new Search(laptop.database);
            assertThat(search.find("ADDED by 0.1", 10))
                    .extracting(hit -> hit.project().title())
                    .containsExactly(ADDED);
            assertThat(search.find("changed by", 10))
                    .extracting(hit -> hit.project().title())
                    .containsExactly(EDITED);
            assertThat(search.find("e", 100)).hasSizeGreaterThan(2);
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void itsRemoteIsJoinedByANewDeviceOfToday(Path version) {
        unpack(version);
        try (var desk = copy("desk", new SteppedClock())) {
            desk.sync();
            assertThat(titles(desk)).hasSize(SAMPLE).contains(SENT).doesNotContain(EDITED, ADDED);
            assertThat(desk.recomputedHash()).isEqualTo(desk.position().state());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void whatItHadNotSentMeetsTheEditsOfToday(Path version) {
        unpack(version);
        var clock = new SteppedClock();
        try (var laptop = copy("laptop", clock);
                var desk = copy("desk", clock)) {
            desk.sync();
            var reading = titled(desk, SENT);
            desk.library()
                    .projects()
                    .save(
                            reading,
                            new ProjectDetails(
                                    "Changed today",
                                    reading.details().summary(),
                                    reading.details().status(),
                                    reading.details().starred(),
                                    reading.details().due()));
            desk.sync();
            laptop.sync();
            desk.sync();
            laptop.sync();
            assertThat(laptop.rows()).isEqualTo(desk.rows());
            assertThat(laptop.pending() + desk.pending()).isZero();
            assertThat(titles(desk)).hasSize(SAMPLE + 1).contains(ADDED);
            var conflict = Pair.onlyConflict(desk);
            assertThat(conflict.subject().field()).isEqualTo("title");
            assertThat(titles(desk)).containsAnyOf("Changed today", EDITED);
        }
    }

    private void unpack(Path version) {
        try (var zip = new ZipInputStream(Files.newInputStream(version))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.copy(zip, file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Copy copy(String name, SteppedClock clock) {
        var random = new Random(name.hashCode());
        return new Copy(folder, name, FolderStore.open(folder.resolve("remote"), clock, random), clock, random);
    }

    private static Stream<String> titles(Copy device) {
        return all(device).map(project -> project.details().title());
    }

    private static Project titled(Copy device, String title) {
        return all(device)
                .filter(project -> project.details().title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Project> all(Copy device) {
        var projects = device.library().projects();
        return projects.page(ProjectQuery.of(new ProjectQuery.Shelf.All()), 0, 100).stream()
                .map(summary -> projects.find(summary.id()).orElseThrow());
    }
}
