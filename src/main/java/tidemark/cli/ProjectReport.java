package tidemark.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tidemark.library.Library;
import tidemark.library.records.CollectionId;
import tidemark.library.records.Label;
import tidemark.library.records.Project;

/// A project with its text, and its notes by title.
///
/// @param conflicts the fields that were saved as a conflict
record ProjectReport(
        String id,
        String title,
        String summary,
        String status,
        boolean starred,
        Optional<LocalDate> due,
        Optional<String> collection,
        List<String> labels,
        List<NoteLine> notes,
        Optional<Instant> created,
        Instant edited,
        Optional<Instant> trashedAt,
        List<String> conflicts)
        implements Report {
    static ProjectReport of(Library library, Project project) {
        return of(library, project, List.of());
    }

    static ProjectReport of(Library library, Project project, List<String> conflicts) {
        var details = project.details();
        return new ProjectReport(
                project.id().text(),
                details.title(),
                details.summary(),
                details.status().text(),
                details.starred(),
                details.due(),
                project.collection().map(CollectionId::text),
                library.labels().of(project.id()).stream().map(Label::name).toList(),
                library.notes().of(project.id()).stream().map(NoteLine::of).toList(),
                project.times().created(),
                project.edited(),
                project.trashedAt(),
                conflicts);
    }

    @Override
    public String text() {
        var text = new StringBuilder(title);
        text.append("\n").append(id).append("  ").append(status).append(starred ? "  starred" : "");
        due.ifPresent(day -> text.append("  due ").append(day));
        labels.forEach(label -> text.append("  #").append(label));
        text.append("\nedited ").append(TimeText.shown(edited));
        created.ifPresent(at -> text.append(", created ").append(TimeText.shown(at)));
        trashedAt.ifPresent(at -> text.append("\nin the trash since ").append(TimeText.shown(at)));
        notes.forEach(note -> text.append("\nnote ").append(note.text()));
        if (!summary.isEmpty()) {
            text.append("\n\n").append(summary.stripTrailing());
        }
        return text.toString();
    }

    @Override
    public ExitCode exitCode() {
        return conflicts.isEmpty() ? ExitCode.DONE : ExitCode.REVIEW;
    }
}
