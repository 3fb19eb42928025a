package tidemark.library;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tidemark.db.Rows;
import tidemark.library.records.ProjectId;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;

/// The conflicts of one project, its notes and files among them; or those of all records outside projects.
///
/// @param project the project; empty for collections, labels, and what was removed
/// @param title the project's present title; empty when it has none or is gone
/// @param conflicts the oldest first; at least one
public record ConflictGroup(Optional<ProjectId> project, String title, List<Conflict> conflicts) {
    /// Groups conflicts by project, in the order in which the projects come first.
    static List<ConflictGroup> of(Rows rows, List<Conflict> conflicts) throws SQLException {
        var groups = new LinkedHashMap<Optional<ProjectId>, List<Conflict>>();
        for (var conflict : conflicts) {
            groups.computeIfAbsent(project(rows, conflict.subject().record()), _ -> new ArrayList<>())
                    .add(conflict);
        }
        var made = new ArrayList<ConflictGroup>();
        for (var group : groups.entrySet()) {
            made.add(new ConflictGroup(group.getKey(), title(rows, group.getKey()), List.copyOf(group.getValue())));
        }
        return made;
    }

    private static Optional<ProjectId> project(Rows rows, RecordId record) throws SQLException {
        if (record.table().equals(LibrarySchema.PROJECT.name())) {
            return Optional.of(new ProjectId(record.id()));
        }
        var isPart = record.table().equals(LibrarySchema.NOTE.name())
                || record.table().equals(LibrarySchema.FILE.name());
        return isPart ? rows.find(record).flatMap(row -> row.text("project")).map(ProjectId::new) : Optional.empty();
    }

    private static String title(Rows rows, Optional<ProjectId> project) throws SQLException {
        return project.isEmpty()
                ? ""
                : rows.find(project.get().record())
                        .flatMap(row -> row.text("title"))
                        .orElse("");
    }
}
