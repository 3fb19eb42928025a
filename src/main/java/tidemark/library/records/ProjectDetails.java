package tidemark.library.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The part of a project that a person edits.
///
/// @param summary Markdown, at most 1 MiB of UTF-8
public record ProjectDetails(String title, String summary, Status status, boolean starred, Optional<LocalDate> due) {
    /// The details of a project that has nothing set.
    public static final ProjectDetails EMPTY = titled("");

    /// The details of a project that has only a title.
    public static ProjectDetails titled(String title) {
        return new ProjectDetails(title, "", Status.IDEA, false, Optional.empty());
    }

    /// These details with another title.
    public ProjectDetails withTitle(String other) {
        return new ProjectDetails(other, summary, status, starred, due);
    }

    /// These details with another summary.
    public ProjectDetails withSummary(String other) {
        return new ProjectDetails(title, other, status, starred, due);
    }

    /// These details with another status.
    public ProjectDetails withStatus(Status other) {
        return new ProjectDetails(title, summary, other, starred, due);
    }

    /// These details with a star.
    public ProjectDetails withStar() {
        return new ProjectDetails(title, summary, status, true, due);
    }

    /// These details without a star.
    public ProjectDetails withoutStar() {
        return new ProjectDetails(title, summary, status, false, due);
    }

    /// These details with another due day, or none.
    public ProjectDetails withDue(Optional<LocalDate> other) {
        return new ProjectDetails(title, summary, status, starred, other);
    }

    /// The details in a project's row.
    public static ProjectDetails of(Row row) {
        return new ProjectDetails(
                row.text("title", ""),
                row.text("summary", ""),
                Status.of(row.text("status")),
                row.get("starred").filter(star -> !star.equals(Value.of(0))).isPresent(),
                row.text("due").flatMap(ProjectDetails::day));
    }

    /// The details as a row. Defaults are not written: a value that nobody has set is NULL.
    public Row row() {
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
