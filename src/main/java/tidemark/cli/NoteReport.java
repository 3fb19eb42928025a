package tidemark.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tidemark.library.records.Note;

/// A note with its text.
///
/// @param conflicts the fields that were saved as a conflict
record NoteReport(
        String id,
        String project,
        String title,
        String body,
        Optional<Instant> created,
        Instant edited,
        Optional<Instant> trashedAt,
        List<String> conflicts)
        implements Report {
    static NoteReport of(Note note) {
        return of(note, List.of());
    }

    static NoteReport of(Note note, List<String> conflicts) {
        return new NoteReport(
                note.id().text(),
                note.project().text(),
                note.text().title(),
                note.text().body(),
                note.times().created(),
                note.edited(),
                note.trashedAt(),
                conflicts);
    }

    @Override
    public String text() {
        var text = new StringBuilder(title);
        text.append("\n").append(id).append("  of project ").append(project);
        text.append("\nedited ").append(TimeText.shown(edited));
        created.ifPresent(at -> text.append(", created ").append(TimeText.shown(at)));
        trashedAt.ifPresent(at -> text.append("\nin the trash since ").append(TimeText.shown(at)));
        if (!body.isEmpty()) {
            text.append("\n\n").append(body.stripTrailing());
        }
        return text.toString();
    }

    @Override
    public ExitCode exitCode() {
        return conflicts.isEmpty() ? ExitCode.DONE : ExitCode.REVIEW;
    }
}
