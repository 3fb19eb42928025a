package tidemark.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tidemark.app.App;
import tidemark.files.FileName;
import tidemark.library.markdown.ExportReport;
import tidemark.problem.Count;
import tidemark.problem.Problem;

/// The `export` command: writes the library into a folder of Markdown files, with the files of projects.
@Command(
        name = "export",
        description = {
            "Write the library into a folder as files that any program reads: a collection becomes a folder, a project"
                    + " a Markdown file, its notes lie in a folder of its name beside it, and its files where the links"
                    + " in these texts lead to.",
            "The folder must be empty, or not exist. What is in the trash is left out. So are files whose contents are"
                    + " not on this computer: each is named, and the exit code is 3 then."
        })
final class ExportCommand implements Callable<Integer> {
    /// A file that was left out.
    ///
    /// @param project the project's title
    private record LeftOut(String name, String project, Problem problem) {
        static LeftOut of(ExportReport.LeftOut file) {
            return new LeftOut(file.name(), file.project(), file.why());
        }
    }

    /// The numbers of records written.
    ///
    /// @param brokenLinks links that do not lead to their files in the export
    private record Exported(
            String folder,
            int collections,
            int projects,
            int notes,
            int files,
            int filesLeftOut,
            List<LeftOut> leftOut,
            List<ExportReport.BrokenLink> brokenLinks)
            implements Report {
        static Exported of(Path folder, ExportReport report) {
            return new Exported(
                    folder.toString(),
                    report.collections(),
                    report.projects(),
                    report.notes(),
                    report.files(),
                    report.leftOut().size(),
                    report.leftOut().stream().map(LeftOut::of).toList(),
                    report.brokenLinks());
        }

        @Override
        public String text() {
            var text = "%s, %s and %s written into %s, in %s."
                    .formatted(
                            Count.of(projects, "project"),
                            Count.of(notes, "note"),
                            Count.of(files, "file"),
                            folder,
                            Count.of(collections, "collection"));
            return filesLeftOut == 0 ? text : text + "\nNot among them: " + Count.of(filesLeftOut, "file") + ".";
        }

        @Override
        public ExitCode exitCode() {
            return leftOut.isEmpty() && brokenLinks.isEmpty() ? ExitCode.DONE : ExitCode.REVIEW;
        }
    }

    private final Session session;

    @Option(names = "--fetch", description = "Fetch the contents first that are only on the remote.")
    private boolean isFetching;

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
        var line = new ProgressLine(session.terminal(), "Exporting");
        var export = isFetching ? app.files().fetchingExport() : app.files().exporting();
        var report = export.run(root, line::at);
        line.end();
        report.leftOut().forEach(this::name);
        report.brokenLinks()
                .forEach(link ->
                        session.output().message("%s: a link does not lead to %s".formatted(link.text(), link.file())));
        return Exported.of(root, report);
    }

    private void name(ExportReport.LeftOut file) {
        session.output()
                .message("left out: %s (of \"%s\"). %s %s"
                        .formatted(
                                FileName.shown(file.name()),
                                file.project(),
                                file.why().cause(),
                                file.why().remedy()));
    }
}
