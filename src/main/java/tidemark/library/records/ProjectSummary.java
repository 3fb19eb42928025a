package tidemark.library.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A project as a line of a list.
///
/// @param preview the first 120 characters or so of its summary, or of its first note, without Markdown's marks
/// @param hasPendingChanges whether something in it was changed here and not sent yet
/// @param inConflict whether something in it has an open conflict
public record ProjectSummary(
        ProjectId id,
        String title,
        String preview,
        Status status,
        boolean starred,
        Optional<LocalDate> due,
        Instant edited,
        List<Label> labels,
        boolean hasPendingChanges,
        boolean inConflict) {
    public ProjectSummary {
        labels = List.copyOf(labels);
    }
}
