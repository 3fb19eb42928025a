package tidemark.library.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.db.Sql;
import tidemark.library.Collections;
import tidemark.library.Labels;
import tidemark.library.Notes;
import tidemark.library.Projects;
import tidemark.library.frontmatter.DocumentKind;
import tidemark.library.markdown.ExportFiles.Placed;
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

/// The writer of the texts of one library, seen through one transaction, into a folder. It finds the places of the
/// files, whose contents are written afterwards: that can take long.
final class ExportWriter {
    /// A project with its notes and files, and where they are in the export.
    ///
    /// @param path the project's there, without an ending: that of the folder for what is in it
    /// @param texts the project's, then those of the notes
    private record Planned(Project project, List<Note> notes, String path, List<ExportText> texts, Placed placed) {}

    private final Sql sql;
    private final Path root;
    private final ExportTree tree = new ExportTree();
    private final ExportFiles files = new ExportFiles(tree);
    private final MarkdownWriter writer = new MarkdownWriter();
    private final Map<CollectionId, String> places = new LinkedHashMap<>();
    private final ExportDraft draft;

    ExportWriter(Sql sql, Path root) {
        this.sql = sql;
        this.root = root;
        this.draft = new ExportDraft(root);
    }

    /// Writes all texts.
    ExportDraft all() throws SQLException, IOException {
        for (var collection : Collections.all(sql)) {
            write(collection);
        }
        var projects = projects();
        var planned = new HashMap<ProjectId, Planned>();
        var withFiles = new HashSet<>(sql.list(
                "SELECT DISTINCT project FROM file WHERE trashed_at IS NULL AND project IS NOT NULL",
                row -> new ProjectId(row.getString(1))));
        for (var project : projects.entrySet()) {
            if (withFiles.contains(project.getKey())) {
                planned.put(project.getKey(), plan(project.getKey(), project.getValue()));
            }
        }
        for (var project : projects.entrySet()) {
            var known = planned.remove(project.getKey());
            write(known == null ? plan(project.getKey(), project.getValue()) : known);
        }
        sql.list(
                        "SELECT ifnull(name, ''), colour FROM label ORDER BY name COLLATE NOCASE, id",
                        row -> new ExportIndex.LabelEntry(row.getString(1), Optional.ofNullable(row.getString(2))))
                .forEach(draft::add);
        return draft;
    }

    /// The projects with their paths, collection by collection in the order of those, each in its order there.
    private Map<ProjectId, String> projects() throws SQLException {
        var byPlace = new LinkedHashMap<String, Map<ProjectId, String>>();
        byPlace.put(ExportTree.TOP, new LinkedHashMap<>());
        places.values().forEach(place -> byPlace.put(place, new LinkedHashMap<>()));
        sql.each(
                "SELECT id, collection, ifnull(title, '') FROM project WHERE trashed_at IS NULL"
                        + " ORDER BY ifnull(position, ''), id",
                row -> byPlace.computeIfAbsent(
                                folderOf(Optional.ofNullable(row.getString(2)).map(CollectionId::new)),
                                _ -> new LinkedHashMap<>())
                        .put(new ProjectId(row.getString(1)), row.getString(3)));
        var paths = new LinkedHashMap<ProjectId, String>();
        byPlace.forEach((place, titles) -> titles.forEach((id, title) -> paths.put(id, tree.free(place, title))));
        return paths;
    }

    private void write(Collection collection) throws SQLException, IOException {
        var name = collection.details().name();
        var place = tree.free(folderOf(collection.parent()), name);
        Files.createDirectory(root.resolve(place));
        places.put(collection.id(), place);
        var colour = sql.text(
                "SELECT colour FROM collection WHERE id = ?", collection.id().text());
        draft.add(new ExportIndex.Folder(place, name, colour));
    }

    /// The folder for a collection's projects. A project whose collection is in the trash is written to the top.
    private String folderOf(Optional<CollectionId> collection) {
        return collection.map(places::get).orElse(ExportTree.TOP);
    }

    private Planned plan(ProjectId id, String path) throws SQLException {
        var project = Projects.find(sql, id).orElseThrow();
        var notes = Notes.of(sql, id);
        var texts = new ArrayList<ExportText>();
        texts.add(text(path, project.details().summary(), origin("project", id)));
        for (var note : notes) {
            var place = tree.free(path, note.text().title());
            texts.add(text(place, note.text().body(), origin("note", note.id())));
        }
        var attached = tidemark.library.Files.of(sql, id);
        return new Planned(project, notes, path, texts, files.place(texts, attached, path));
    }

    private static ExportText text(String path, String text, Optional<String> origin) {
        return new ExportText(path + MarkdownExport.ENDING, text, origin);
    }

    private void write(Planned planned) throws SQLException, IOException {
        var project = planned.project();
        var labels = Labels.of(sql, project.id()).stream().map(Label::name).toList();
        var text = planned.texts().getFirst();
        var document = document(project.details(), labels, project.times());
        draft.add(write(text, document, DocumentKind.PROJECT, planned.placed()));
        for (int i = 0; i < planned.notes().size(); i++) {
            var note = planned.notes().get(i);
            var details = ProjectDetails.titled(note.text().title())
                    .withSummary(note.text().body());
            var written = write(
                    planned.texts().get(i + 1),
                    document(details, List.of(), note.times()),
                    DocumentKind.NOTE,
                    planned.placed());
            draft.add(new Document(written.file(), Optional.of(text.file()), written.path(), written.links()));
        }
        for (var file : planned.placed().files()) {
            draft.add(file, planned.placed().paths().getOrDefault(file.id(), ""), project, text.file());
        }
    }

    private static MarkdownDocument document(ProjectDetails details, List<String> labels, Times times) {
        return new MarkdownDocument(details, labels, times.created(), Optional.of(times.edited()), Findings.NONE);
    }

    /// The path that the record had where it was imported from.
    private Optional<String> origin(String table, LibraryId id) throws SQLException {
        return sql.text("SELECT path FROM \"%s\" WHERE id = ?".formatted(table), id.text());
    }

    private Document write(ExportText text, MarkdownDocument document, DocumentKind kind, Placed placed)
            throws IOException {
        var linked = files.linked(text, placed);
        linked.broken().forEach(file -> draft.add(new ExportReport.BrokenLink(text.file(), file)));
        var file = root.resolve(text.file());
        Files.createDirectories(ImportTargets.folderOf(file));
        var words = writer.text(document.withText(linked.links().text()), kind);
        Files.writeString(file, words, StandardOpenOption.CREATE_NEW);
        var modified = document.modified().map(FileTime::from).orElse(null);
        var created = document.created().map(FileTime::from).orElse(null);
        Files.getFileAttributeView(file, BasicFileAttributeView.class).setTimes(modified, null, created);
        return new Document(
                text.file(), Optional.empty(), text.path(), linked.links().was());
    }
}
