package tidemark.ui.list;

import static tidemark.ui.base.Texts.text;

import java.time.LocalDate;
import java.util.ArrayList;
import tidemark.library.records.ProjectSummary;
import tidemark.ui.base.RelativeTime;

/// A project of the list in words, for screen readers: all that its line shows, and its place in the list.
///
/// @param waits whether it has changes that wait for the remote
record SpokenEntry(ProjectSummary project, boolean waits, LocalDate today) {
    /// The words.
    ///
    /// @param place its place in the list, counted from 1
    /// @param count the number of entries
    String words(int place, int count) {
        var parts = new ArrayList<String>();
        parts.add(project.title().isBlank() ? text("list.untitled") : project.title());
        if (project.starred()) {
            parts.add(text("list.spoken.star"));
        }
        project.due()
                .ifPresent(day -> parts.add(text(
                        day.isBefore(today) ? "list.spoken.overdue" : "list.spoken.due",
                        RelativeTime.day(day, today))));
        project.labels().forEach(label -> parts.add(text("list.spoken.label", label.name())));
        if (project.inConflict()) {
            parts.add(text("list.spoken.conflict"));
        }
        if (waits) {
            parts.add(text("list.spoken.pending"));
        }
        parts.add(text("list.spoken.place", place, count));
        return String.join(", ", parts);
    }
}
