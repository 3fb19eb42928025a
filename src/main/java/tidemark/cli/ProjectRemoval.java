package tidemark.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import tidemark.library.Library;
import tidemark.library.records.Label;
import tidemark.library.records.Project;

/// The options that take something from a project.
final class ProjectRemoval {
    @Option(names = "--remove-label", paramLabel = "L", description = "A label to take from it; may be repeated.")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--no-due", description = "Take its due date away.")
    private boolean noDue;

    boolean saysNothing() {
        return labels.isEmpty() && !noDue;
    }

    boolean takesDueAway() {
        return noDue;
    }

    /// The labels named.
    ///
    /// @throws CommandException when the project lacks one of them
    List<Label> labels(Library library, Project project) {
        var all = library.labels().of(project.id());
        return labels.stream()
                .map(name -> library.labels()
                        .find(name)
                        .filter(all::contains)
                        .orElseThrow(() -> CommandException.unknownLabel(
                                name, project.details().title())))
                .toList();
    }
}
