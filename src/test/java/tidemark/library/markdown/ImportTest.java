package tidemark.library.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import tidemark.library.LibraryTest;
import tidemark.library.ProjectQuery;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.ProjectQuery.Sort;
import tidemark.library.records.Label;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectSummary;

/// A test with a folder to import.
abstract class ImportTest extends LibraryTest {
    Path root;

    @BeforeEach
    final void makeFolder() throws IOException {
        root = Files.createDirectory(folder.resolve("Journal"));
    }

    final ImportReport run() {
        return Folders.imported(test, root);
    }

    final void file(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// The problems as paths in the folder with their kinds.
    final List<String> problems(ImportReport report) {
        return report.problems().stream()
                .map(problem -> root.relativize(problem.file()).toString().replace('\\', '/') + " " + problem.kind())
                .toList();
    }

    final List<String> titles() {
        return library.projects().page(ProjectQuery.of(new Shelf.All()).sorted(Sort.TITLE), 0, 100).stream()
                .map(ProjectSummary::title)
                .toList();
    }

    final Project imported(String title) {
        return library.projects().page(ProjectQuery.of(new Shelf.All()), 0, 100).stream()
                .filter(line -> line.title().equals(title))
                .findFirst()
                .flatMap(line -> library.projects().find(line.id()))
                .orElseThrow();
    }

    final List<String> labels(String title) {
        return library.labels().of(imported(title).id()).stream()
                .map(Label::name)
                .toList();
    }
}
