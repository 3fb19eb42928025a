package tidemark.library.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.Library;
import tidemark.library.TestLibrary;
import tidemark.library.records.Collection;
import tidemark.library.records.CollectionId;
import tidemark.library.records.Label;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectId;

/// The law of the round trip: what is exported and then imported is what it was.
///
/// `-Dlibraries=1000` tries that many random libraries, `-Dseed=17` begins with another one.
final class RoundTripLawsTest {
    private static final int LIBRARIES = Integer.getInteger("libraries", 20);
    private static final long SEED = Long.getLong("seed", 1);

    @TempDir
    Path folder;

    private TestLibrary here;
    private TestLibrary there;

    @BeforeEach
    void open() throws IOException {
        here = new TestLibrary(Files.createDirectory(folder.resolve("here")));
        there = new TestLibrary(Files.createDirectory(folder.resolve("there")));
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void importUndoesExportToTheLetter() throws IOException {
        for (long seed = SEED; seed < SEED + LIBRARIES; seed++) {
            empty(here);
            empty(there);
            new RandomLibraries(seed, folder).fill(here);
            var first = folder.resolve("export-" + seed);
            var second = folder.resolve("export-" + seed + "-again");

            var exported = Folders.exported(here, first);
            var report = Folders.imported(there, first);
            Folders.exported(there, second);

            assertThat(exported.leftOut()).as("seed %d", seed).isEmpty();
            assertThat(report.problems())
                    .as("problems, seed %d", seed)
                    .allMatch(problem -> !problem.kind().isLeftOut());
            assertThat(report.alreadyThere()).as("seed %d", seed).isZero();
            assertThat(content(there)).as("seed %d", seed).isEqualTo(content(here));
            assertThat(files(second)).as("files, seed %d", seed).isEqualTo(files(first));
        }
    }

    @Test
    void importingAnExportWhereItCameFromChangesNothing() throws IOException {
        for (long seed = SEED; seed < SEED + Math.max(1, LIBRARIES / 4); seed++) {
            empty(here);
            new RandomLibraries(seed, folder).fill(here);
            var before = content(here);
            var export = folder.resolve("back-" + seed);

            Folders.exported(here, export);
            var report = Folders.imported(here, export);

            assertThat(report.imported() + report.notes() + report.attached() + report.collections())
                    .as("seed %d", seed)
                    .isZero();
            assertThat(content(here)).as("seed %d", seed).isEqualTo(before);
        }
    }

    private static void empty(TestLibrary test) {
        test.database().change(sql -> {
            for (var table :
                    List.of("project_label", "file", "note", "project", "label", "collection", "pending", "tx_link")) {
                sql.update("DELETE FROM " + table);
            }
        });
    }

    /// Everything that a person sees of a library, line by line in its order.
    private static List<String> content(TestLibrary test) {
        var lines = new ArrayList<String>();
        for (var label : test.library().labels().all()) {
            lines.add("label %s %s"
                    .formatted(
                            label.name(),
                            column(test, "label", "colour", label.id().text())));
        }
        contentOf(test, Optional.empty(), "", lines);
        return lines;
    }

    private static void contentOf(TestLibrary test, Optional<CollectionId> parent, String indent, List<String> lines) {
        var all = test.library().collections().all();
        projectsIn(test, parent, all).forEach(project -> project(test, project, indent, lines));
        all.stream().filter(collection -> collection.parent().equals(parent)).forEach(collection -> {
            var colour = column(test, "collection", "colour", collection.id().text());
            lines.add(indent + "collection " + collection.details().name() + " " + colour);
            contentOf(test, Optional.of(collection.id()), indent + "  ", lines);
        });
    }

    /// The projects in a collection; outside of all, those too whose collection is in the trash.
    private static List<Project> projectsIn(TestLibrary test, Optional<CollectionId> parent, List<Collection> all) {
        var shown = all.stream().map(Collection::id).toList();
        return test
                .database()
                .read(sql -> sql.list(
                        "SELECT id FROM project WHERE trashed_at IS NULL ORDER BY ifnull(position, ''), id",
                        row -> new ProjectId(row.getString(1))))
                .stream()
                .map(id -> test.library().projects().find(id).orElseThrow())
                .filter(project -> project.collection().filter(shown::contains).equals(parent))
                .toList();
    }

    private static void project(TestLibrary test, Project project, String indent, List<String> lines) {
        Library library = test.library();
        var path = column(test, "project", "path", project.id().text());
        var labels = library.labels().of(project.id()).stream().map(Label::name).toList();
        lines.add("%s%s %s %s %s".formatted(indent, project.details(), labels, project.times(), path));
        for (var note : library.notes().of(project.id())) {
            var from = column(test, "note", "path", note.id().text());
            lines.add("%s  %s %s %s".formatted(indent, note.text(), note.times(), from));
        }
        for (var file : library.files().of(project.id())) {
            lines.add("%s  %s %s %s".formatted(indent, file.details(), file.path(), file.edited()));
        }
    }

    private static Optional<String> column(TestLibrary test, String table, String column, String id) {
        return test.database().read(sql -> sql.text("SELECT %s FROM %s WHERE id = ?".formatted(column, table), id));
    }

    private static Map<String, String> files(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            var files = new TreeMap<String, String>();
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return files;
        }
    }
}
