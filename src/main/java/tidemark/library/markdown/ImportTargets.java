package tidemark.library.markdown;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tidemark.db.DerivedId;
import tidemark.db.Sql;
import tidemark.library.Collections;
import tidemark.library.Library;
import tidemark.library.records.CollectionId;
import tidemark.library.records.Colour;
import tidemark.library.records.PlainText;
import tidemark.library.records.ProjectId;

/// The collections that an import writes into: one for each folder, made where there is none of its name.
///
/// Two folders never become one collection, though names may be equal: Notion and exports of Tidemark have such.
final class ImportTargets {
    private static final String CONTENTS = """
            SELECT ifnull(title, ''), ifnull(summary, ''), id, collection FROM project
            WHERE %s AND trashed_at IS NULL ORDER BY ifnull(position, ''), id""";

    private static final String COLLECTIONS = """
            SELECT id FROM collection WHERE parent IS ? AND name IS ? AND trashed_at IS NULL
            ORDER BY ifnull(position, ''), id""";

    /// A collection, or the place outside all of them.
    ///
    /// @param contents the projects there before the import, by the hash of title and text; each is met by one file
    record Target(Optional<CollectionId> collection, Map<String, Deque<ProjectId>> contents) {
        /// A project with this title and text that was there before, and that no other file met.
        Optional<ProjectId> meet(String title, String text) {
            return Optional.ofNullable(contents.get(hash(title, text))).map(Deque::poll);
        }
    }

    private final Library library;
    private final Path root;
    private final boolean isExport;
    private final Map<String, ExportIndex.Folder> folders;
    private final Map<Path, Target> targets = new HashMap<>();
    private final Set<CollectionId> used = new HashSet<>();
    private int made;

    /// @param root the folder that is imported
    /// @param index of an export; its top is no collection
    ImportTargets(Library library, Path root, Optional<ExportIndex> index) {
        this.library = library;
        this.root = root;
        this.isExport = index.isPresent();
        this.folders = index.stream()
                .flatMap(all -> all.collections().stream())
                .collect(Collectors.toMap(ExportIndex.Folder::folder, folder -> folder, (first, _) -> first));
    }

    /// The number of collections made.
    int made() {
        return made;
    }

    /// The place of what is in this folder.
    Target of(Sql sql, Path folder) throws SQLException {
        var known = targets.get(folder);
        if (known == null) {
            known = isExport && folder.equals(root) ? top(sql) : collection(sql, folder);
            targets.put(folder, known);
        }
        return known;
    }

    private Target collection(Sql sql, Path folder) throws SQLException {
        var parent = folder.equals(root)
                ? Optional.<CollectionId>empty()
                : of(sql, folderOf(folder)).collection();
        var known = Optional.ofNullable(folders.get(ExportIndex.path(root, folder)));
        var name = known.map(ExportIndex.Folder::name).orElseGet(() -> TitleOf.name(nameOf(folder)));
        var stored = PlainText.line("name", name).text();
        var same = sql.list(
                COLLECTIONS,
                row -> new CollectionId(row.getString(1)),
                parent.map(CollectionId::text),
                Optional.of(stored).filter(text -> !text.isEmpty()));
        var current = same.stream().filter(id -> !used.contains(id)).findFirst();
        var collection = current.isPresent()
                ? current.get()
                : make(sql, stored, parent, known.flatMap(ExportIndex.Folder::colour));
        used.add(collection);
        var contents = new HashMap<String, Deque<ProjectId>>();
        sql.each(CONTENTS.formatted("collection = ?"), row -> add(contents, row), collection.text());
        return new Target(Optional.of(collection), contents);
    }

    private CollectionId make(Sql sql, String name, Optional<CollectionId> parent, Optional<String> colour)
            throws SQLException {
        made++;
        var id = library.collections().create(sql, name, parent).id();
        if (colour.flatMap(Colour::named).isPresent()) {
            sql.update("UPDATE collection SET colour = ? WHERE id = ?", colour.get(), id.text());
        }
        return id;
    }

    /// The place outside all collections, where an export writes those projects, too, whose collection is in
    /// the trash.
    private static Target top(Sql sql) throws SQLException {
        var shown = Collections.all(sql).stream()
                .map(collection -> collection.id().text())
                .collect(Collectors.toSet());
        var contents = new HashMap<String, Deque<ProjectId>>();
        sql.each(CONTENTS.formatted("true"), row -> {
            if (row.getString(4) == null || !shown.contains(row.getString(4))) {
                add(contents, row);
            }
        });
        return new Target(Optional.empty(), contents);
    }

    private static void add(Map<String, Deque<ProjectId>> contents, ResultSet row) throws SQLException {
        contents.computeIfAbsent(hash(row.getString(1), row.getString(2)), _ -> new ArrayDeque<>())
                .add(new ProjectId(row.getString(3)));
    }

    private static String nameOf(Path folder) {
        return Optional.ofNullable(folder.getFileName()).orElse(folder).toString();
    }

    static Path folderOf(Path path) {
        return Optional.ofNullable(path.getParent()).orElse(path);
    }

    static String hash(String title, String text) {
        return DerivedId.of(title, text);
    }
}
