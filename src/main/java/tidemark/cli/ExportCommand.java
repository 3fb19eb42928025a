package tidemark.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tidemark.app.App;
import tidemark.library.markdown.ExportReport;
import tidemark.library.markdown.MarkdownExport;
import tidemark.problem.Count;

/// The `export` command: writes the library into a folder of Markdown files.
@Command(
        name = "export",
        description = {
            "Write the library into a folder as files that any program reads: a collection becomes a folder, a project"
                    + " a Markdown file, and its notes lie in a folder of its name beside it.",
            "The folder must be empty, or not exist. What is in the trash is left out, and so are the contents of"
                    + " files."
        })
final class ExportCommand implements Callable<Integer> {
    /// The numbers of records written.
    ///
    /// @param filesLeftOut attachments, of which the contents are not exported
    /// @param leftOut their names
    private record Exported(
            String folder, int collections, int projects, int notes, int filesLeftOut, List<String> leftOut)
            implements Report {
        static Exported of(Path folder, ExportReport report) {
            return new Exported(
                    folder.toString(),
                    report.collections(),
                    report.projects(),
                    report.notes(),
                    report.leftOut().size(),
                    report.leftOut());
        }

        @Override
        public String text() {
            var text = "%s and %s written into %s, in %s."
                    .formatted(
                            Count.of(projects, "project"),
                            Count.of(notes, "note"),
                            folder,
                            Count.of(collections, "collection"));
            return filesLeftOut == 0
                    ? text
                    : text + "\nNot among them: the contents of " + Count.of(filesLeftOut, "file") + ".";
        }

        @Override
        public ExitCode exitCode() {
            return leftOut.isEmpty() ? ExitCode.DONE : ExitCode.REVIEW;
        }
    }

    private final Session session;

    @Parameters(paramLabel = "DIR", description = "The folder.")
    private Path folder = Path.of("");

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        var root = folder.toAbsolutePath().normalize();
        return session.inLibrary(app -> run(app, root));
    }

    private Exported run(App app, Path root) {
        var report = new MarkdownExport(app.library()).run(root);
        report.leftOut().forEach(file -> session.output().message("left out, its contents are not exported: " + file));
        return Exported.of(root, report);
    }
}
