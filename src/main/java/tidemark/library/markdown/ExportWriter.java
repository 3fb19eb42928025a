package tidemark.library.markdown;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.db.Sql;
import tidemark.library.Collections;
import tidemark.library.Labels;
import tidemark.library.Notes;
import tidemark.library.Projects;
import tidemark.library.markdown.ExportIndex.Document;
import tidemark.library.markdown.MarkdownDocument.Findings;
import tidemark.library.records.Collection;
import tidemark.library.records.CollectionId;
import tidemark.library.records.Label;
import tidemark.library.records.LibraryId;
import tidemark.library.records.Note;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Times;

/// The writer of one library, seen through one transaction, into a folder.
final class ExportWriter {
    /// A folder that is being written to.
    private record TargetFolder(Path folder, FileNames names) {
        static TargetFolder of(Path folder) {
            return new TargetFolder(folder, new FileNames());
        }
    }

    private final Sql sql;
    private final Path root;
    private final TargetFolder top;
    private final MarkdownWriter writer = new MarkdownWriter();
    private final Map<CollectionId, TargetFolder> places = new LinkedHashMap<>();
    private final List<ExportIndex.Folder> folders = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();
    private int projects;

    ExportWriter(Sql sql, Path root) {
        this.sql = sql;
        this.root = root;
        this.top = TargetFolder.of(root);
        top.names().free(ExportIndex.name());
    }

    /// Writes everything and returns what was written.
    ExportReport all() throws SQLException, IOException {
        for (var collection : Collections.all(sql)) {
            write(collection);
        }
        for (var id : projects()) {
            write(Projects.find(sql, id).orElseThrow());
        }
        var labels = sql.list(
                "SELECT ifnull(name, ''), colour FROM label ORDER BY name COLLATE NOCASE, id",
                row -> new ExportIndex.LabelEntry(row.getString(1), Optional.ofNullable(row.getString(2))));
        new ExportIndex(folders, documents, labels).write(root);
        return new ExportReport(places.size(), projects, documents.size() - projects, leftOut());
    }

    /// The projects, collection by collection in the order of those, each in its order there.
    private List<ProjectId> projects() throws SQLException {
        var byPlace = new LinkedHashMap<TargetFolder, List<ProjectId>>();
        byPlace.put(top, new ArrayList<>());
        places.values().forEach(place -> byPlace.put(place, new ArrayList<>()));
        sql.each(
                "SELECT id, collection FROM project WHERE trashed_at IS NULL ORDER BY ifnull(position, ''), id",
                row -> byPlace.computeIfAbsent(
                                folderOf(Optional.ofNullable(row.getString(2)).map(CollectionId::new)),
                                _ -> new ArrayList<>())
                        .add(new ProjectId(row.getString(1))));
        return byPlace.values().stream().flatMap(List::stream).toList();
    }

    /// The files. Their contents are not in the database, so they are left out.
    private List<String> leftOut() throws SQLException {
        return sql.list("""
                SELECT ifnull(file.name, ''), ifnull(project.title, '') FROM file JOIN project ON project.id = file.project
                WHERE file.trashed_at IS NULL AND project.trashed_at IS NULL
                ORDER BY ifnull(project.position, ''), project.id, ifnull(file.position, ''), file.id""", row -> "%s (of \"%s\")".formatted(row.getString(1), row.getString(2)));
    }

    private void write(Collection collection) throws SQLException {
        var name = collection.details().name();
        var place = make(folderOf(collection.parent()), name);
        places.put(collection.id(), place);
        var colour = sql.text(
                "SELECT colour FROM collection WHERE id = ?", collection.id().text());
        folders.add(new ExportIndex.Folder(ExportIndex.path(root, place.folder()), name, colour));
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
        var file = target.folder().resolve(name + MarkdownExport.ENDING);
        var labels = Labels.of(sql, project.id()).stream().map(Label::name).toList();
        write(file, document(project.details(), labels, project.times()), DocumentKind.PROJECT);
        var path = ExportIndex.path(root, file);
        documents.add(new Document(path, Optional.empty(), origin("project", project.id())));
        projects++;
        var notes = Notes.of(sql, project.id());
        if (!notes.isEmpty()) {
            write(make(target.folder().resolve(name)), notes, path);
        }
    }

    private void write(TargetFolder target, List<Note> notes, String project) throws SQLException {
        for (var note : notes) {
            var name = target.names().free(note.text().title());
            var file = target.folder().resolve(name + MarkdownExport.ENDING);
            var details = ProjectDetails.titled(note.text().title())
                    .withSummary(note.text().body());
            write(file, document(details, List.of(), note.times()), DocumentKind.NOTE);
            documents.add(new Document(ExportIndex.path(root, file), Optional.of(project), origin("note", note.id())));
        }
    }

    private static MarkdownDocument document(ProjectDetails details, List<String> labels, Times times) {
        return new MarkdownDocument(details, labels, times.created(), Optional.of(times.edited()), Findings.NONE);
    }

    /// The path that the record had where it was imported from.
    private Optional<String> origin(String table, LibraryId id) throws SQLException {
        return sql.text("SELECT path FROM \"%s\" WHERE id = ?".formatted(table), id.text());
    }

    private void write(Path file, MarkdownDocument document, DocumentKind kind) {
        try {
            Files.writeString(file, writer.text(document, kind), StandardOpenOption.CREATE_NEW);
            var modified = document.modified().map(ExportWriter::fileTime).orElse(null);
            var created = document.created().map(ExportWriter::fileTime).orElse(null);
            Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(modified, null, created);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime fileTime(Instant time) {
        return FileTime.from(time);
    }
}
