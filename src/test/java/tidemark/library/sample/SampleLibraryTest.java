package tidemark.library.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tidemark.library.Library;
import tidemark.library.LibraryTest;
import tidemark.library.ProjectQuery;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.ProjectQuery.Sort;
import tidemark.library.TestLibrary;
import tidemark.library.records.ProjectSummary;

/// The sample library.
final class SampleLibraryTest extends LibraryTest {
    @Test
    void theSampleShowsEachKindOfThing() {
        SampleLibrary.fill(library, () -> TestLibrary.START);

        var counts = library.counts(LocalDate.of(2026, 3, 1));
        assertThat(counts.projects()).isEqualTo(11);
        assertThat(counts.starred()).isEqualTo(3);
        assertThat(counts.due()).isEqualTo(3);
        assertThat(counts.trashed()).isEqualTo(2);
        assertThat(library.collections().all()).hasSize(4);
        assertThat(library.labels().all()).hasSizeGreaterThan(5);
    }

    @Test
    void theSampleIsTheSameEachTime() throws IOException {
        SampleLibrary.fill(library, () -> TestLibrary.START);
        var other = Files.createDirectory(folder.resolve("other"));

        try (var again = new TestLibrary(other)) {
            SampleLibrary.fill(again.library(), () -> TestLibrary.START);
            assertThat(list(again.library())).isEqualTo(list(library));
        }
    }

    private static List<ProjectSummary> list(Library library) {
        return library.projects().page(ProjectQuery.of(new Shelf.All()).sorted(Sort.TITLE), 0, 100);
    }
}
