package tidemark.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tidemark.library.records.Label;
import tidemark.library.records.PlainText;
import tidemark.library.records.ProjectSummary;

/// A project in a list.
///
/// @param unsent whether it has pending changes
record ProjectLine(
        String id,
        String title,
        String status,
        boolean starred,
        Optional<LocalDate> due,
        List<String> labels,
        Instant edited,
        boolean unsent) {
    static ProjectLine of(ProjectSummary project) {
        return new ProjectLine(
                project.id().text(),
                project.title(),
                project.status().text(),
                project.starred(),
                project.due(),
                project.labels().stream().map(Label::name).toList(),
                project.edited(),
                project.hasPendingChanges());
    }

    String text() {
        var line = new StringBuilder(
                "%s  %-7s  %s%s".formatted(id, status, starred ? "* " : "", PlainText.oneLine(title)));
        due.ifPresent(day -> line.append("  due ").append(day));
        labels.forEach(label -> line.append("  #").append(label));
        return line.toString();
    }
}
