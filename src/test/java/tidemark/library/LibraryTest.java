package tidemark.library;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;

/// A test with an empty library in a real file.
public abstract class LibraryTest {
    @TempDir
    public Path folder;

    public TestLibrary test;
    public Library library;

    @BeforeEach
    final void open() {
        test = new TestLibrary(folder);
        library = test.library();
    }

    @AfterEach
    final void close() {
        test.close();
    }

    /// Makes a project of this title.
    public final Project project(String title) {
        return library.projects().create(ProjectDetails.titled(title));
    }

    final long pending(String table) {
        return test.number("SELECT count(*) FROM pending WHERE tbl = ?", table);
    }
}
