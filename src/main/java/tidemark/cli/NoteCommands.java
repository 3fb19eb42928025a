package tidemark.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tidemark.app.App;
import tidemark.library.records.NoteText;

/// The `note` group: commands on the notes of projects.
@Command(name = "note", description = "The notes of projects. An ID may be shortened to a beginning that no other has.")
final class NoteCommands {
    /// The notes of a project, in their order.
    private record Listed(List<NoteLine> notes) implements Report {
        @Override
        public String text() {
            return notes.isEmpty()
                    ? "No notes."
                    : notes.stream().map(NoteLine::text).collect(Collectors.joining("\n"));
        }
    }

    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    NoteCommands(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "List the notes of a project, in their order.")
    int list(@Parameters(paramLabel = "PROJECT", description = "The project.") String project) {
        return session.inLibrary(app -> {
            var id = new IdPrefix(project).project(app.library()).id();
            return new Listed(
                    app.library().notes().of(id).stream().map(NoteLine::of).toList());
        });
    }

    @Command(name = "show", description = "Show a note.")
    int show(@Parameters(paramLabel = "ID", description = "The note.") String id) {
        return session.inLibrary(app -> NoteReport.of(new IdPrefix(id).note(app.library())));
    }

    @Command(name = "add", description = "Make a note at the end of a project's.")
    int add(
            @Parameters(paramLabel = "PROJECT", description = "The project.") String project,
            @Option(names = "--title", paramLabel = "T", required = true, description = "Its title.") String title,
            @Option(
                            names = "--body-file",
                            paramLabel = "F",
                            required = true,
                            description = "The file with its text in Markdown; - is stdin.")
                    String body) {
        return session.inLibrary(app -> {
            var id = new IdPrefix(project).project(app.library()).id();
            var text = new NoteText(title, new TextSource(body).read(session.terminal()));
            return NoteReport.of(app.library().notes().create(id, text));
        });
    }

    @Command(name = "edit", description = "Change what is named about a note.")
    int edit(
            @Parameters(paramLabel = "ID", description = "The note.") String id,
            @Option(names = "--title", paramLabel = "T", description = "Its title.") Optional<String> title,
            @Option(
                            names = "--body-file",
                            paramLabel = "F",
                            description = "The file with its text in Markdown; - is stdin.")
                    Optional<String> body) {
        if (title.isEmpty() && body.isEmpty()) {
            throw new ParameterException(
                    spec.subcommands().get("edit"), "Nothing is named that is to change, such as --title=T");
        }
        return session.inLibrary(app -> edit(app, new IdPrefix(id), title, body));
    }

    private NoteReport edit(App app, IdPrefix id, Optional<String> title, Optional<String> body) {
        var was = id.note(app.library());
        var now = title.map(was.text()::withTitle).orElse(was.text());
        var file = body.map(name -> new TextSource(name).read(session.terminal()));
        var saved = app.library().notes().save(was, file.map(now::withBody).orElse(now));
        return NoteReport.of(saved.now(), saved.conflicts());
    }

    @Command(name = "trash", description = "Put a note into the trash.")
    int trash(@Parameters(paramLabel = "ID", description = "The note.") String id) {
        return session.inLibrary(app -> {
            var note = new IdPrefix(id).note(app.library());
            app.library().trash().put(List.of(note.id()));
            return new Done("Put into the trash: " + note.text().title());
        });
    }
}
