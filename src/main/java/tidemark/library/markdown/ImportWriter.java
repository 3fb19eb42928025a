package tidemark.library.markdown;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.db.Sql;
import tidemark.library.Library;
import tidemark.library.Notes;
import tidemark.library.markdown.ImportTargets.Target;
import tidemark.library.records.Colour;
import tidemark.library.records.Ids;
import tidemark.library.records.NoteText;
import tidemark.library.records.PlainText;
import tidemark.library.records.ProjectId;

/// The writer of imported documents into the library.
final class ImportWriter {
    /// A project of this import, new or met again.
    ///
    /// @param notes the number of notes there before, by the hash of title and text; each is met by one file
    private record Known(ProjectId id, Map<String, Deque<String>> notes) {}

    private final Library library;
    private final ImportTargets targets;
    private final ImportLinks links;
    private final Map<Path, Known> projects = new HashMap<>();
    private int imported;
    private int notes;
    private int alreadyThere;

    ImportWriter(Library library, ImportTargets targets, ImportLinks links) {
        this.library = library;
        this.targets = targets;
        this.links = links;
    }

    /// Writes the collections and labels of an export's index, as far as their folders are there, in one
    /// transaction.
    void write(ExportIndex index, Path root, List<Path> folders) {
        var there = new HashMap<String, Path>();
        folders.forEach(folder -> there.put(ExportIndex.path(root, folder), folder));
        library.change(sql -> {
            for (var collection : index.collections()) {
                if (there.containsKey(collection.folder())) {
                    targets.of(sql, there.get(collection.folder()));
                }
            }
            for (var label : index.labels()) {
                write(sql, label);
            }
        });
    }

    private void write(Sql sql, ExportIndex.LabelEntry label) throws SQLException {
        var isNew = !sql.exists(
                "SELECT 1 FROM label WHERE id = ?", Ids.label(label.name()).text());
        if (!isNew || Ids.normalised(label.name()).isEmpty()) {
            return;
        }
        var id = library.labels().named(sql, label.name()).id();
        if (label.colour().flatMap(Colour::named).isPresent()) {
            sql.update(
                    "UPDATE label SET colour = ? WHERE id = ?", label.colour().get(), id.text());
        }
    }

    /// Writes the documents in one transaction.
    void write(List<ImportedDocument> documents) {
        library.change(sql -> {
            for (var document : documents) {
                write(sql, document);
            }
        });
    }

    /// The counts of what was written, with the remarks on it.
    ImportReport report(int files, ImportFiles attached, ImportRemarks remarks) {
        return new ImportReport(
                files,
                imported,
                notes,
                attached.added(),
                alreadyThere + attached.alreadyThere(),
                targets.made(),
                remarks.problems(),
                remarks.keptKeys());
    }

    private void write(Sql sql, ImportedDocument imports) throws SQLException {
        var project = imports.project().flatMap(file -> Optional.ofNullable(projects.get(file)));
        if (project.isPresent()) {
            note(sql, imports, project.get());
        } else {
            project(sql, imports);
        }
    }

    private void project(Sql sql, ImportedDocument imports) throws SQLException {
        var details = imports.document().details();
        var target = targets.of(sql, ImportTargets.folderOf(imports.file()));
        var met = meet(target, imports);
        if (met.isPresent()) {
            projects.put(imports.file(), new Known(met.get(), notes(sql, met.get())));
            links.add(met.get(), imports);
            alreadyThere++;
            return;
        }
        var project = library.projects().create(sql, details, target.collection(), imports.provenance());
        for (var label : imports.document().labels()) {
            library.labels().add(sql, project.id(), label);
        }
        projects.put(imports.file(), new Known(project.id(), new HashMap<>()));
        links.add(project.id(), imports);
        imported++;
    }

    private static Optional<ProjectId> meet(Target target, ImportedDocument imports) {
        var details = imports.document().details();
        return target.meet(
                PlainText.line("title", details.title()).text(),
                PlainText.of("summary", details.summary()).text());
    }

    private static Map<String, Deque<String>> notes(Sql sql, ProjectId project) throws SQLException {
        var contents = new HashMap<String, Deque<String>>();
        for (var note : Notes.of(sql, project)) {
            contents.computeIfAbsent(
                            ImportTargets.hash(note.text().title(), note.text().body()), _ -> new ArrayDeque<>())
                    .add(note.id().text());
        }
        return contents;
    }

    private void note(Sql sql, ImportedDocument imports, Known project) throws SQLException {
        links.add(project.id(), imports);
        var details = imports.document().details();
        var title = PlainText.line("title", details.title()).text();
        var body = PlainText.of("note", details.summary()).text();
        var same = project.notes().get(ImportTargets.hash(title, body));
        if (same != null && same.poll() != null) {
            alreadyThere++;
            return;
        }
        library.notes().create(sql, project.id(), new NoteText(title, body), imports.provenance());
        notes++;
    }
}
