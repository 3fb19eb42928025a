package tidemark.library.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import tidemark.app.ContentIntake;
import tidemark.library.LibraryTest;
import tidemark.library.TestLibrary;
import tidemark.library.links.LinkPath;
import tidemark.library.links.TextLinks;
import tidemark.library.records.FileDetails;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.Provenance;

/// A library whose projects have files, and the folder it is exported to.
abstract class WithExport extends LibraryTest {
    Path root = Path.of("");

    @BeforeEach
    void placeRoot() {
        root = folder.resolve("out");
    }

    Project text(String title, String text) {
        return library.projects().create(ProjectDetails.titled(title).withSummary(text));
    }

    void add(Project project, String name, String content) throws IOException {
        add(project, name, content, Optional.empty());
    }

    void add(Project project, String name, String content, Optional<String> path) throws IOException {
        var source = Files.writeString(Files.createTempFile(folder, "source", ""), content);
        var provenance = new Provenance(Optional.empty(), Optional.empty(), path);
        var problem = new ContentIntake(test.contents())
                .take(
                        source,
                        (sql, details) -> library.files()
                                .add(
                                        sql,
                                        project.id(),
                                        new FileDetails(name, "image/png", details.size(), details.sha256()),
                                        provenance));
        assertThat(problem).isEmpty();
    }

    List<String> written() throws IOException {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals("tidemark.json"))
                    .sorted()
                    .toList();
        }
    }

    /// What each link of a text leads to in the export, as any program would follow it.
    List<String> contents(String file) throws IOException {
        var text = Files.readString(root.resolve(file));
        return TextLinks.in(text).stream()
                .map(link -> LinkPath.of(link)
                        .flatMap(path -> LinkPath.from(
                                LinkPath.folderOf(file), path.meanings().getFirst()))
                        .map(path -> content(root.resolve(path)))
                        .orElse("outside"))
                .toList();
    }

    static String content(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "nothing";
        } catch (IOException e) {
            return "unreadable";
        }
    }

    /// Imports the export into an empty library, and tells its projects' texts and files.
    Map<String, List<Object>> importedElsewhere() throws IOException {
        try (var other = new TestLibrary(Files.createTempDirectory(folder, "other"))) {
            var report = Folders.imported(other, root);
            assertThat(report.leftOut()).isZero();
            return content(other);
        }
    }

    static Map<String, List<Object>> content(TestLibrary of) {
        var content = new TreeMap<String, List<Object>>();
        var ids = of.library().projects().withPrefix("", 100);
        for (int i = 0; i < ids.size(); i++) {
            var project = of.library().projects().find(ids.get(i)).orElseThrow();
            content.put(
                    "%s %d".formatted(project.details(), i),
                    of.library().files().of(project.id()).stream()
                            .map(file -> (Object) List.of(file.details(), file.path(), file.edited()))
                            .toList());
        }
        return content;
    }

    void assertRoundTrip() throws IOException {
        assertThat(importedElsewhere()).isEqualTo(content(test));
        var again = Folders.imported(test, root);
        assertThat(again.imported() + again.notes() + again.attached()).isZero();
    }
}
