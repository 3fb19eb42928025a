package tidemark.library.markdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.db.Sql;
import tidemark.library.Collections;
import tidemark.library.Labels;
import tidemark.library.Notes;
import tidemark.library.Projects;
import tidemark.library.records.CollectionId;
import tidemark.library.records.Label;
import tidemark.library.records.Note;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Status;

/// The writer of one library, seen through one transaction, into a folder.
final class ExportWriter {
    /// A folder that is being written to.
    private record TargetFolder(Path folder, FileNames names) {
        static TargetFolder of(Path folder) {
            return new TargetFolder(folder, new FileNames());
        }
    }

    private final Sql sql;
    private final TargetFolder top;
    private final Map<CollectionId, TargetFolder> places = new HashMap<>();
    private int projects;
    private int notes;

    ExportWriter(Sql sql, Path root) {
        this.sql = sql;
        this.top = TargetFolder.of(root);
    }

    /// Writes everything and returns what was written.
    ExportReport all() throws SQLException {
        for (var collection : Collections.all(sql)) {
            places.put(
                    collection.id(),
                    make(folderOf(collection.parent()), collection.details().name()));
        }
        var ids = sql.list(
                "SELECT id FROM project WHERE trashed_at IS NULL ORDER BY ifnull(position, ''), id",
                row -> new ProjectId(row.getString(1)));
        for (var id : ids) {
            write(Projects.find(sql, id).orElseThrow());
        }
        return new ExportReport(places.size(), projects, notes, files());
    }

    /// The number of files. Their contents are not in the database, so they are left out.
    private int files() throws SQLException {
        return Math.toIntExact(sql.number("""
                SELECT count(*) FROM file JOIN project ON project.id = file.project
                WHERE file.trashed_at IS NULL AND project.trashed_at IS NULL""").orElse(0));
    }

    /// The folder for a collection's projects. A project whose collection is in the trash is written to the top.
    private TargetFolder folderOf(Optional<CollectionId> collection) {
        return collection.map(places::get).orElse(top);
    }

    private static TargetFolder make(TargetFolder parent, String title) {
        return make(parent.folder().resolve(parent.names().free(title)));
    }

    private static TargetFolder make(Path folder) {
        try {
            return TargetFolder.of(Files.createDirectory(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Project project) throws SQLException {
        var target = folderOf(project.collection());
        var name = target.names().free(project.details().title());
        write(target.folder().resolve(name + MarkdownExport.ENDING), text(project, Labels.of(sql, project.id())));
        projects++;
        var written = Notes.of(sql, project.id());
        if (!written.isEmpty()) {
            write(make(target.folder().resolve(name)), written);
        }
    }

    private void write(TargetFolder target, List<Note> all) {
        for (var note : all) {
            var name = target.names().free(note.text().title());
            var front = new FrontMatterText().with("title", note.text().title());
            write(
                    target.folder().resolve(name + MarkdownExport.ENDING),
                    front + note.text().body());
            notes++;
        }
    }

    /// The text of a project's file: front matter and summary. Default values are left out.
    private static String text(Project project, List<Label> labels) {
        var details = project.details();
        var front = new FrontMatterText().with("title", details.title());
        if (details.status() != Status.IDEA) {
            front.with("status", details.status().text());
        }
        details.due().ifPresent(day -> front.with("due", day.toString()));
        if (!labels.isEmpty()) {
            front.with("labels", labels.stream().map(Label::name).toList());
        }
        if (details.starred()) {
            front.with("starred", "yes");
        }
        return front + details.summary();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
