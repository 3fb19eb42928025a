package tidemark.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tidemark.library.Library;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Status;

/// The options that set a project's fields; a field without its option stays as it is.
final class ProjectEdit {
    @Option(names = "--title", paramLabel = "T", description = "Its title.")
    private Optional<String> title = Optional.empty();

    @Option(names = "--summary-file", paramLabel = "F", description = "The file with its text in Markdown; - is stdin.")
    private Optional<String> summaryFile = Optional.empty();

    @Option(names = "--status", paramLabel = "S", description = "One of idea, active, waiting, done.")
    private Optional<Status> status = Optional.empty();

    @Option(names = "--label", paramLabel = "L", description = "A label to give it; may be repeated.")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--due", paramLabel = "DAY", description = "The day it is due, as in 2026-12-24.")
    private Optional<LocalDate> due = Optional.empty();

    @Option(names = "--star", negatable = true, description = "Give it a star, or take it away.")
    private @Nullable Boolean star;

    boolean saysNothing() {
        return title.isEmpty()
                && summaryFile.isEmpty()
                && status.isEmpty()
                && due.isEmpty()
                && labels.isEmpty()
                && star == null;
    }

    boolean hasTitle() {
        return title.isPresent() && !hasBlankTitle();
    }

    boolean hasBlankTitle() {
        return title.filter(String::isBlank).isPresent();
    }

    boolean setsDue() {
        return due.isPresent();
    }

    ProjectDetails of(ProjectDetails was, Terminal terminal) {
        var now = title.map(was::withTitle).orElse(was);
        now = summaryFile
                .map(file -> new TextSource(file).read(terminal))
                .map(now::withSummary)
                .orElse(now);
        now = status.map(now::withStatus).orElse(now);
        now = due.isPresent() ? now.withDue(due) : now;
        return starred(now);
    }

    private ProjectDetails starred(ProjectDetails now) {
        if (star == null) {
            return now;
        }
        return star ? now.withStar() : now.withoutStar();
    }

    void label(Library library, ProjectId project) {
        labels.forEach(label -> library.labels().add(project, label));
    }
}
