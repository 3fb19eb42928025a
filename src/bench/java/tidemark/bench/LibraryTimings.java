package tidemark.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import tidemark.db.Database;
import tidemark.library.Library;
import tidemark.library.ProjectQuery;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.ProjectQuery.Sort;
import tidemark.library.records.Counts;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectId;
import tidemark.library.records.ProjectSummary;
import tidemark.library.search.Search;
import tidemark.library.search.SearchHit;

/// The queries of the window, and the cost of a keystroke.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@SuppressWarnings("NullAway.Init") // set up before each run
public class LibraryTimings {
    private static final int PAGE = 100;

    /// The size of the library.
    @Param("1000")
    public int projects;

    private Path folder;
    private Database database;
    private Library library;
    private Project project;
    private long edits;

    /// Opens a copy.
    @Setup
    public void open() throws IOException {
        var stage = Stage.here(projects);
        folder = stage.scratch();
        database = Stage.open(stage.copyLibrary(folder.resolve("database.sqlite")));
        library = new Library(database, Clock.systemUTC(), new Random(1), () -> "laptop");
        project = library.projects().find(new ProjectId(Fill.id(projects / 2))).orElseThrow();
    }

    /// Removes the copy.
    @TearDown
    public void close() throws IOException {
        database.close();
        Stage.delete(folder);
    }

    /// Opens the file once more.
    @Benchmark
    public Database openALibrary() {
        try (var again = Stage.open(database.file())) {
            return again;
        }
    }

    /// The first page of the list.
    @Benchmark
    public List<ProjectSummary> firstPageOfTheList() {
        return library.projects().page(ProjectQuery.of(new Shelf.All()), 0, PAGE);
    }

    /// The last page, after a jump to the end.
    @Benchmark
    public List<ProjectSummary> lastPageByTitle() {
        return library.projects().page(ProjectQuery.of(new Shelf.All()).sorted(Sort.TITLE), projects - PAGE, PAGE);
    }

    /// The sidebar.
    @Benchmark
    public Counts countsOfTheSidebar() {
        return library.counts(LocalDate.EPOCH);
    }

    /// A search of two words that many texts have.
    @Benchmark
    public List<SearchHit> searchForFrequentWords() {
        return new Search(database).find("river no", 200);
    }

    /// A search as the first letters are typed.
    @Benchmark
    public List<SearchHit> searchForTwoLetters() {
        return new Search(database).find("ri", 200);
    }

    /// One autosave: a character more in a summary.
    @Benchmark
    public Project saveOfAKeystroke() {
        var details = project.details();
        project = library.projects()
                .save(project, details.withSummary("Edit " + edits++))
                .now();
        return project;
    }
}
