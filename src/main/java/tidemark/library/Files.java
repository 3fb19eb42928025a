package tidemark.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import tidemark.db.Database;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.library.records.Edited;
import tidemark.library.records.FileDetails;
import tidemark.library.records.FileId;
import tidemark.library.records.Ids;
import tidemark.library.records.InsertAt;
import tidemark.library.records.LibraryException;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Provenance;
import tidemark.library.records.Saved;
import tidemark.library.records.Timestamps;
import tidemark.schema.LibrarySchema;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The files of the projects, as records: their contents are beside the database.
public final class Files {
    private static final String OF_PROJECT = """
            SELECT id, edited, %s FROM file WHERE project = ? AND trashed_at IS NULL
            ORDER BY ifnull(position, ''), id""".formatted(Rows.columns(LibrarySchema.FILE));

    private static final String TEXT_PATHS = """
            SELECT id, path FROM project WHERE id = ?1 AND path IS NOT NULL
            UNION ALL SELECT id, path FROM note WHERE project = ?1 AND path IS NOT NULL""";

    private final Database database;
    private final Ids ids;
    private final MergingSave mergingSave;
    private final Supplier<String> device;

    /// @param device the name of this device
    Files(Database database, Ids ids, MergingSave mergingSave, Supplier<String> device) {
        this.database = database;
        this.ids = ids;
        this.mergingSave = mergingSave;
        this.device = device;
    }

    /// The file, even when it is in the trash.
    public Optional<ProjectFile> find(FileId id) {
        return database.read(sql -> find(sql, id));
    }

    /// The ids of files that begin with `prefix`, `limit` at most.
    public List<FileId> withPrefix(String prefix, int limit) {
        return database.read(sql -> Ids.withPrefix(sql, LibrarySchema.FILE, prefix, limit)).stream()
                .map(FileId::new)
                .toList();
    }

    /// The project's files in their order, without those in the trash.
    public List<ProjectFile> of(ProjectId project) {
        return database.read(sql -> of(sql, project));
    }

    /// The project's files, in the caller's transaction.
    public static List<ProjectFile> of(Sql sql, ProjectId project) throws SQLException {
        return sql.list(OF_PROJECT, Files::file, project.text());
    }

    /// The paths that the texts of a project were imported from, by the ids of the project and its notes; their links
    /// begin there.
    public Map<String, String> textPaths(ProjectId project) {
        return database.read(sql -> {
            var paths = new HashMap<String, String>();
            sql.each(TEXT_PATHS, row -> paths.put(row.getString(1), row.getString(2)), project.text());
            return paths;
        });
    }

    /// The names of files with these contents, by their hashes; one name for each.
    public Map<String, String> names(Collection<String> hashes) {
        return database.read(sql -> {
            var names = new HashMap<String, String>();
            for (var hash : hashes) {
                sql.text("SELECT name FROM file WHERE sha256 = ? ORDER BY trashed_at IS NOT NULL, id LIMIT 1", hash)
                        .ifPresent(name -> names.put(hash, name));
            }
            return names;
        });
    }

    /// Adds a file at the end of the project's files.
    ///
    /// @throws LibraryException when a text is too long, or the project is gone
    public ProjectFile add(ProjectId project, FileDetails details) {
        return database.write(sql -> add(sql, project, details));
    }

    /// Saves another name or content, merged with what was written since `was` was read. A file that was removed for
    /// good meanwhile is created again, if its project exists.
    ///
    /// @throws LibraryException when a text is too long, or the project is gone
    public Saved<ProjectFile> save(ProjectFile was, FileDetails now) {
        return database.write(sql -> save(sql, was, now));
    }

    /// Moves the file to another spot among the files of its project.
    ///
    /// @throws LibraryException when the file is gone
    public ProjectFile move(FileId id, InsertAt<FileId> insertAt) {
        return database.write(sql -> {
            var file = present(sql, id);
            var key = SiblingOrder.files(file.project()).key(sql, id.text(), insertAt);
            sql.update("UPDATE file SET position = ? WHERE id = ?", key, id.text());
            return present(sql, id);
        });
    }

    /// Adds a file at the end of the project's files, in the caller's transaction.
    ///
    /// @throws LibraryException when a text is too long, or the project is gone
    public ProjectFile add(Sql sql, ProjectId project, FileDetails details) throws SQLException {
        return add(sql, project, details, Provenance.HERE);
    }

    /// Adds an imported file at the end of the project's files, in the caller's transaction.
    ///
    /// @throws LibraryException when a text is too long, or the project is gone
    public ProjectFile add(Sql sql, ProjectId project, FileDetails details, Provenance provenance) throws SQLException {
        var id = new FileId(ids.next());
        insert(sql, id, project, details.row().overlaid(provenance.row()), Optional.of(device.get()));
        return present(sql, id);
    }

    /// The first name that no file of the project outside the trash has, in the caller's transaction.
    ///
    /// @param names the candidates, by number from 1 on
    public String free(Sql sql, ProjectId project, IntFunction<String> names) throws SQLException {
        int number = 1;
        while (sql.exists(
                "SELECT 1 FROM file WHERE project = ? AND name = ? AND trashed_at IS NULL",
                project.text(),
                names.apply(number))) {
            number++;
        }
        return names.apply(number);
    }

    /// Saves another name or content as [#save(ProjectFile, FileDetails)], in the caller's transaction.
    public Saved<ProjectFile> save(Sql sql, ProjectFile was, FileDetails now) throws SQLException {
        var id = was.id();
        var current = mergingSave.rows(sql).find(id.record());
        if (current.isEmpty()) {
            var again = now.row().with("path", was.path().map(Value::of));
            insert(sql, id, was.project(), again, was.addedBy());
            return new Saved<>(present(sql, id), List.of());
        }
        var edit = new Edited(was.details().row(), now.row()).withUnchanged(Timestamps.trashed(was.trashedAt()));
        var row = current.get();
        var asEdited = FileDetails.of(row).row().overlaid(row.only(Timestamps.TRASHED));
        var conflicts = mergingSave.save(sql, id.record(), edit, asEdited);
        return new Saved<>(present(sql, id), conflicts);
    }

    private void insert(Sql sql, FileId id, ProjectId project, Row details, Optional<String> addedBy)
            throws SQLException {
        if (Projects.find(sql, project).isEmpty()) {
            throw LibraryException.gone("project");
        }
        var row = details.with("project", Optional.of(Value.of(project.text())))
                .with("added_by", addedBy.map(Value::of))
                .with(
                        "position",
                        Optional.of(Value.of(SiblingOrder.files(project).last(sql))));
        mergingSave.rows(sql).insert(id.record(), row);
    }

    private static ProjectFile present(Sql sql, FileId id) throws SQLException {
        return find(sql, id).orElseThrow(() -> LibraryException.gone("file"));
    }

    private static Optional<ProjectFile> find(Sql sql, FileId id) throws SQLException {
        return sql.first(
                "SELECT id, edited, %s FROM file WHERE id = ?".formatted(Rows.columns(LibrarySchema.FILE)),
                Files::file,
                id.text());
    }

    private static ProjectFile file(ResultSet result) throws SQLException {
        var row = Rows.row(LibrarySchema.FILE, result, 3);
        return new ProjectFile(
                new FileId(result.getString(1)),
                new ProjectId(row.text("project", "")),
                FileDetails.of(row),
                row.text("path"),
                Timestamps.trashed(row),
                Timestamps.edited(result.getLong(2)),
                Optional.of(row.text("added_by", "")).filter(name -> !name.isEmpty()));
    }
}
