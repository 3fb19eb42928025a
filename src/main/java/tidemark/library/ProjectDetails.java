package tidemark.library;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// What a person edits in a project.
///
/// @param summary Markdown, at most 1 MiB of UTF-8
public record ProjectDetails(String title, String summary, Status status, boolean starred, Optional<LocalDate> due) {
    /// A project of which nothing was said.
    public static final ProjectDetails EMPTY = titled("");

    /// A project of which only the title is known.
    public static ProjectDetails titled(String title) {
        return new ProjectDetails(title, "", Status.IDEA, false, Optional.empty());
    }

    /// The same with another title.
    public ProjectDetails withTitle(String other) {
        return new ProjectDetails(other, summary, status, starred, due);
    }

    /// The same with another summary.
    public ProjectDetails withSummary(String other) {
        return new ProjectDetails(title, other, status, starred, due);
    }

    /// The same with another status.
    public ProjectDetails withStatus(Status other) {
        return new ProjectDetails(title, summary, other, starred, due);
    }

    /// The same with a star.
    public ProjectDetails withStar() {
        return new ProjectDetails(title, summary, status, true, due);
    }

    /// The same without its star.
    public ProjectDetails withoutStar() {
        return new ProjectDetails(title, summary, status, false, due);
    }

    /// The same with another day on which it is due, or none.
    public ProjectDetails withDue(Optional<LocalDate> other) {
        return new ProjectDetails(title, summary, status, starred, other);
    }

    static ProjectDetails of(Row row) {
        return new ProjectDetails(
                row.text("title").orElse(""),
                row.text("summary").orElse(""),
                Status.of(row.text("status")),
                row.get("starred").filter(star -> !star.equals(Value.of(0))).isPresent(),
                row.text("due").flatMap(ProjectDetails::day));
    }

    /// Defaults are not written: what nobody has said is NULL.
    Row row() {
        return Row.EMPTY
                .with("title", PlainText.line("title", title).value())
                .with("summary", PlainText.of("summary", summary).value())
                .with(
                        "status",
                        Optional.of(status)
                                .filter(known -> known != Status.IDEA)
                                .map(known -> Value.of(known.text())))
                .with("starred", starred ? Optional.of(Value.of(1)) : Optional.empty())
                .with("due", due.map(day -> Value.of(day.toString())));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
