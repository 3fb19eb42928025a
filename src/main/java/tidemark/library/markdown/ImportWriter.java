package tidemark.library.markdown;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tidemark.db.DerivedId;
import tidemark.db.Sql;
import tidemark.library.Library;
import tidemark.library.records.CollectionId;

/// The writer of imported documents into the library.
final class ImportWriter {
    private static final String CONTENTS = """
            SELECT ifnull(title, ''), ifnull(summary, '') FROM project
            WHERE collection = ? AND trashed_at IS NULL""";

    /// The collection for a folder, and its contents: hashes of title and text.
    private record Target(CollectionId collection, Set<String> contents) {}

    private final Library library;
    private final Path root;
    private final Map<Path, Target> targets = new HashMap<>();
    private int imported;
    private int alreadyThere;
    private int made;

    ImportWriter(Library library, Path root) {
        this.library = library;
        this.root = root;
    }

    /// Writes the documents in one transaction.
    void write(List<ImportedDocument> documents) {
        library.change(sql -> {
            for (var document : documents) {
                write(sql, document);
            }
        });
    }

    ImportReport report(int files, List<ImportProblem> problems) {
        return new ImportReport(files, imported, alreadyThere, made, problems);
    }

    private void write(Sql sql, ImportedDocument imports) throws SQLException {
        var details = imports.document().details();
        var target = target(sql, folderOf(imports.file()));
        if (!target.contents().add(hash(details.title(), details.summary()))) {
            alreadyThere++;
            return;
        }
        var project = library.projects().create(sql, details, Optional.of(target.collection()));
        for (var label : imports.document().labels()) {
            library.labels().add(sql, project.id(), label);
        }
        imported++;
    }

    private Target target(Sql sql, Path folder) throws SQLException {
        var known = targets.get(folder);
        if (known != null) {
            return known;
        }
        var parent = folder.equals(root)
                ? Optional.<CollectionId>empty()
                : Optional.of(target(sql, folderOf(folder)).collection());
        var name = Optional.ofNullable(folder.getFileName()).orElse(folder).toString();
        var target = find(sql, name, parent);
        targets.put(folder, target);
        return target;
    }

    private Target find(Sql sql, String name, Optional<CollectionId> parent) throws SQLException {
        var current = sql.text(
                "SELECT id FROM collection WHERE parent IS ? AND name = ? AND trashed_at IS NULL ORDER BY id",
                parent.map(CollectionId::text),
                name);
        if (current.isEmpty()) {
            made++;
            return new Target(library.collections().create(sql, name, parent).id(), new HashSet<>());
        }
        var contents = new HashSet<String>();
        sql.each(CONTENTS, row -> contents.add(hash(row.getString(1), row.getString(2))), current.get());
        return new Target(new CollectionId(current.get()), contents);
    }

    static Path folderOf(Path path) {
        return Optional.ofNullable(path.getParent()).orElse(path);
    }

    private static String hash(String title, String text) {
        return DerivedId.of(title, text);
    }
}
