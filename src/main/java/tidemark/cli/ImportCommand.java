package tidemark.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tidemark.app.App;
import tidemark.library.markdown.ImportProblem;
import tidemark.library.markdown.ImportReport;
import tidemark.library.markdown.MarkdownImport;
import tidemark.problem.Count;

/// The `import` command: reads a folder of Markdown files into the library.
@Command(
        name = "import",
        description = {
            "Bring a folder of Markdown files into the library: a folder becomes a collection, a file a project.",
            "Files that cannot be used, and links out of the folder, are named at the end and stop nothing."
        })
final class ImportCommand implements Callable<Integer> {
    /// A file that could not be imported as it is.
    ///
    /// @param leftOut whether nothing of it was imported
    private record Problem(String file, String kind, String detail, boolean leftOut) {
        static Problem of(ImportProblem problem) {
            return new Problem(
                    problem.file().toString(),
                    problem.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                    problem.detail(),
                    problem.kind().isLeftOut());
        }
    }

    /// The numbers of files and collections, and the problems.
    private record Imported(
            int files, int imported, int alreadyThere, int leftOut, int collections, List<Problem> problems)
            implements Report {
        static Imported of(ImportReport report) {
            return new Imported(
                    report.files(),
                    report.imported(),
                    report.alreadyThere(),
                    report.leftOut(),
                    report.collections(),
                    report.problems().stream().map(Problem::of).toList());
        }

        @Override
        public String text() {
            return "%s: %,d imported, %,d there already, %,d left out; %s made."
                    .formatted(
                            Count.of(files, "file"),
                            imported,
                            alreadyThere,
                            leftOut,
                            Count.of(collections, "collection"));
        }
    }

    private final Session session;

    @Parameters(paramLabel = "PATH", description = "A folder, or one file.")
    private Path folder = Path.of("");

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inLibrary(this::run);
    }

    private Imported run(App app) {
        var progress = new ProgressLine(session.terminal(), "Importing");
        var report = new MarkdownImport(app.library()).run(folder, (done, total, _) -> progress.at(done, total));
        progress.end();
        report.problems().forEach(problem -> session.output().message(problem.toString()));
        return Imported.of(report);
    }
}
