package tidemark.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tidemark.app.App;
import tidemark.files.ContentState;
import tidemark.files.FileFinder;
import tidemark.files.FileName;
import tidemark.library.records.ProjectFile;
import tidemark.problem.Count;
import tidemark.problem.Problem;

/// The `file` group: commands on the files of projects.
@Command(name = "file", description = "The files of projects. An ID may be shortened to a beginning that no other has.")
final class FileCommands {
    private static final String FILE = "The file.";
    private static final String PINNED = "The file, or the project or collection with all its files.";
    private static final String KIND = "What the ID names: file, project or collection.";

    /// The files of a project, in their order.
    private record Listed(List<FileLine> files) implements Report {
        @Override
        public String text() {
            return files.isEmpty()
                    ? "No files."
                    : files.stream().map(FileLine::text).collect(Collectors.joining("\n"));
        }
    }

    /// A path that was not added, and the reason.
    private record Left(String path, Problem problem) {
        static Left of(FileFinder.Refused refused) {
            return new Left(refused.path().toString(), refused.problem());
        }
    }

    /// The files that were added, and what was not.
    private record Added(List<FileLine> files, List<Left> refused) implements Report {
        @Override
        public String text() {
            var lines = Stream.concat(
                    files.stream().map(FileLine::text),
                    refused.stream().map(left -> left.problem().toString()));
            return Stream.concat(lines, Stream.of("Added %s.".formatted(Count.of(files.size(), "file"))))
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public ExitCode exitCode() {
            if (refused.isEmpty()) {
                return ExitCode.DONE;
            }
            return files.isEmpty() ? ExitCode.FAILED : ExitCode.REVIEW;
        }
    }

    /// The file that was written.
    private record Written(String path, String name) implements Report {
        @Override
        public String text() {
            return "Wrote %s.".formatted(FileName.shown(path));
        }
    }

    private final Session session;

    FileCommands(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "List the files of a project, in their order, and where their contents are.")
    int list(@Parameters(paramLabel = "PROJECT", description = "The project.") String project) {
        return session.inLibrary(app -> {
            var id = new IdPrefix(project).project(app.library()).id();
            return new Listed(lines(app, app.library().files().of(id)));
        });
    }

    private static List<FileLine> lines(App app, List<ProjectFile> files) {
        var states = app.files().states(files);
        return files.stream()
                .map(file -> FileLine.of(app, file, states.getOrDefault(file.id(), ContentState.MISSING)))
                .toList();
    }

    @Command(
            name = "add",
            description = {
                "Add files to a project: copies of them as they are now.",
                "Of a folder all files in it are added, links aside. The next sync sends them."
            })
    int add(
            @Parameters(paramLabel = "PROJECT", description = "The project.") String project,
            @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files and folders.") List<Path> paths) {
        return session.inLibrary(app -> {
            var id = new IdPrefix(project).project(app.library()).id();
            var found = FileFinder.find(paths);
            var line = new ProgressLine(session.terminal(), "Adding");
            var total = found.files().size();
            var added = app.files().add(id, found, done -> {
                line.at(done, total);
                return true;
            });
            line.end();
            return new Added(
                    lines(app, added.files()),
                    added.refused().stream().map(Left::of).toList());
        });
    }

    @Command(
            name = "get",
            description = {
                "Write the content of a file to a path where nothing is, or into a folder under its own name.",
                "It is fetched first when it is only on the remote."
            })
    int get(
            @Parameters(paramLabel = "ID", description = FILE) String id,
            @Option(names = "--to", paramLabel = "PATH", required = true, description = "The file or folder.")
                    Path path) {
        return session.inLibrary(app -> {
            var file = new IdPrefix(id).file(app.library());
            var line = new TransferLine(session.terminal());
            var written = app.files().save(file, path, line::at);
            line.end();
            return new Written(written.toString(), file.details().name());
        });
    }

    @Command(
            name = "pin",
            description = "Keep contents on this computer: they are fetched, and stay whatever room is needed.")
    int pin(
            @Parameters(paramLabel = "ID", description = PINNED) String id,
            @Option(names = "--of", paramLabel = "KIND", description = KIND, defaultValue = "file") Pinnable kind) {
        return session.inLibrary(app -> {
            var named = kind.find(new IdPrefix(id), app.library());
            app.files().pins().pin(named.record());
            return new Done("Kept on this computer: " + named.name());
        });
    }

    @Command(name = "unpin", description = "Let contents go from this computer again when room is needed.")
    int unpin(
            @Parameters(paramLabel = "ID", description = PINNED) String id,
            @Option(names = "--of", paramLabel = "KIND", description = KIND, defaultValue = "file") Pinnable kind) {
        return session.inLibrary(app -> {
            var named = kind.find(new IdPrefix(id), app.library());
            app.files().pins().unpin(named.record());
            return new Done("No longer kept on this computer: " + named.name());
        });
    }

    @Command(name = "rm", description = "Put a file into the trash.")
    int remove(@Parameters(paramLabel = "ID", description = FILE) String id) {
        return session.inLibrary(app -> {
            var file = new IdPrefix(id).file(app.library());
            app.library().trash().put(List.of(file.id()));
            return new Done("Put into the trash: " + shown(file));
        });
    }

    private static String shown(ProjectFile file) {
        return new FileName(file.details().name()).shown();
    }
}
