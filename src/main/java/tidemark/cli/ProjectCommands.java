package tidemark.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tidemark.app.App;
import tidemark.library.ProjectQuery;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectSummary;
import tidemark.library.search.SearchHit;

/// The `project` group: commands on projects.
@Command(name = "project", description = "Projects. An ID may be shortened to a beginning that no other has.")
final class ProjectCommands {
    private static final int MAX_FOUND = 1000;
    private static final String NO_TITLE = "A project needs a title that says something: --title=T";

    /// The projects listed or found.
    private record Listed(List<ProjectLine> projects) implements Report {
        @Override
        public String text() {
            return projects.isEmpty()
                    ? "No projects."
                    : projects.stream().map(ProjectLine::text).collect(Collectors.joining("\n"));
        }
    }

    private final Session session;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ProjectCommands(Session session) {
        this.session = session;
    }

    @Command(name = "list", description = "List the projects, the last edited first.")
    int list(
            @Option(
                            names = "--search",
                            paramLabel = "TEXT",
                            description = "Only those that hold these words, the best 1,000 first; #label narrows it.")
                    Optional<String> search) {
        return session.inLibrary(app ->
                new Listed(found(app, search).stream().map(ProjectLine::of).toList()));
    }

    private static List<ProjectSummary> found(App app, Optional<String> search) {
        if (search.isEmpty()) {
            var all = ProjectQuery.of(new ProjectQuery.Shelf.All());
            return app.library().projects().page(all, 0, Integer.MAX_VALUE);
        }
        app.indexer().run();
        return app.search().find(search.get(), MAX_FOUND).stream()
                .map(SearchHit::project)
                .toList();
    }

    @Command(name = "show", description = "Show a project with its text and the titles of its notes.")
    int show(@Parameters(paramLabel = "ID", description = "The project.") String id) {
        return session.inLibrary(app -> ProjectReport.of(app.library(), new IdPrefix(id).project(app.library())));
    }

    @Command(name = "add", description = "Make a project; --title is required.")
    int add(@Mixin ProjectEdit edit) {
        if (!edit.hasTitle()) {
            throw wrong("add", NO_TITLE);
        }
        return session.inLibrary(app -> {
            var library = app.library();
            var project = library.projects().create(edit.of(ProjectDetails.EMPTY, session.terminal()));
            edit.label(library, project.id());
            return ProjectReport.of(library, project);
        });
    }

    @Command(name = "edit", description = "Change what is named about a project.")
    int edit(
            @Parameters(paramLabel = "ID", description = "The project.") String id,
            @Mixin ProjectEdit edit,
            @Mixin ProjectRemoval removal) {
        if (edit.saysNothing() && removal.saysNothing()) {
            throw wrong("edit", "Nothing is named that is to change, such as --title=T");
        }
        if (edit.hasBlankTitle()) {
            throw wrong("edit", NO_TITLE);
        }
        if (edit.setsDue() && removal.takesDueAway()) {
            throw wrong("edit", "--due and --no-due exclude each other");
        }
        return session.inLibrary(app -> edit(app, new IdPrefix(id), edit, removal));
    }

    private ParameterException wrong(String command, String why) {
        return new ParameterException(spec.subcommands().get(command), why);
    }

    private ProjectReport edit(App app, IdPrefix id, ProjectEdit edit, ProjectRemoval removal) {
        var library = app.library();
        var was = id.project(library);
        var removed = removal.labels(library, was);
        var now = edit.of(was.details(), session.terminal());
        var saved = library.projects().save(was, removal.takesDueAway() ? now.withDue(Optional.empty()) : now);
        removed.forEach(label -> library.labels().remove(was.id(), label.id()));
        edit.label(library, was.id());
        return ProjectReport.of(library, saved.now(), saved.conflicts());
    }

    @Command(name = "trash", description = "Put a project into the trash.")
    int trash(@Parameters(paramLabel = "ID", description = "The project.") String id) {
        return session.inLibrary(app -> {
            var project = new IdPrefix(id).project(app.library());
            app.library().trash().put(List.of(project.id()));
            return new Done("Put into the trash: " + project.details().title());
        });
    }

    @Command(name = "restore", description = "Take a project out of the trash.")
    int restore(@Parameters(paramLabel = "ID", description = "The project.") String id) {
        return session.inLibrary(app -> {
            var project = new IdPrefix(id).project(app.library());
            app.library().trash().restore(List.of(project.id()));
            return new Done("Taken out of the trash: " + project.details().title());
        });
    }
}
