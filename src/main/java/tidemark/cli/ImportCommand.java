package tidemark.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tidemark.app.App;
import tidemark.library.markdown.ImportProblem;
import tidemark.library.markdown.ImportReport;
import tidemark.problem.Count;

/// The `import` command: reads a folder of Markdown files into the library.
@Command(
        name = "import",
        description = {
            "Bring a folder of Markdown files into the library: a folder becomes a collection, a text a project, and"
                    + " what its text links to in the folder, such as pictures, the project's files.",
            "The folder of an export becomes again what was exported.",
            "What is left out, such as files without a link and links out of the folder, is named at the end and stops"
                    + " nothing; the exit code is 3 then."
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
    ///
    /// @param attached files that became files of projects
    /// @param keptKeys the keys of front matter that stay in the texts, with the numbers of their files
    private record Imported(
            int files,
            int imported,
            int notes,
            int attached,
            int alreadyThere,
            int leftOut,
            int collections,
            List<Problem> problems,
            Map<String, Integer> keptKeys)
            implements Report {
        static Imported of(ImportReport report) {
            return new Imported(
                    report.files(),
                    report.imported(),
                    report.notes(),
                    report.attached(),
                    report.alreadyThere(),
                    report.leftOut(),
                    report.collections(),
                    report.problems().stream().map(Problem::of).toList(),
                    report.keptKeys());
        }

        @Override
        public String text() {
            var counts = "%s: %,d imported, %,d there already, %,d left out; %s made."
                    .formatted(
                            Count.of(files, "file"),
                            imported + notes + attached,
                            alreadyThere,
                            leftOut,
                            Count.of(collections, "collection"));
            return keptKeys.isEmpty()
                    ? counts
                    : counts + "\nOf the front matter, this has no meaning here and stays in the texts: " + kept()
                            + ".";
        }

        private String kept() {
            return keptKeys.entrySet().stream()
                    .map(key -> "%s (%s)".formatted(key.getKey(), Count.of(key.getValue(), "file")))
                    .collect(Collectors.joining(", "));
        }

        @Override
        public ExitCode exitCode() {
            return leftOut == 0 ? ExitCode.DONE : ExitCode.REVIEW;
        }
    }

    /// The number of problems of one kind that are named to people.
    private static final int NAMED = 50;

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

    /// Names the problems, of each kind the first ones: a folder can hold thousands of pictures.
    private void name(List<ImportProblem> problems) {
        var counts = new EnumMap<ImportProblem.Kind, Integer>(ImportProblem.Kind.class);
        for (var problem : problems) {
            if (counts.merge(problem.kind(), 1, Integer::sum) <= NAMED) {
                session.output().message(problem.toString());
            }
        }
        counts.forEach((kind, count) -> {
            if (count > NAMED) {
                session.output()
                        .message("%s more are %s; --json names all"
                                .formatted("%,d".formatted(count - NAMED), kind.words()));
            }
        });
    }

    private Imported run(App app) {
        var progress = new ProgressLine(session.terminal(), "Importing");
        var report = app.files().importing().run(folder, (done, total, _) -> progress.at(done, total));
        progress.end();
        name(report.problems());
        return Imported.of(report);
    }
}
