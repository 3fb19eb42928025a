package tidemark.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.library.records.CollectionId;
import tidemark.library.records.Edited;
import tidemark.library.records.Ids;
import tidemark.library.records.InsertAt;
import tidemark.library.records.LibraryException;
import tidemark.library.records.Project;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.records.ProjectSummary;
import tidemark.library.records.Provenance;
import tidemark.library.records.Saved;
import tidemark.library.records.Status;
import tidemark.library.records.Times;
import tidemark.library.records.Timestamps;
import tidemark.schema.LibrarySchema;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The projects of a library.
public final class Projects {
    private static final List<String> PLACE = List.of("collection", "position");

    private final Database database;
    private final Ids ids;
    private final MergingSave mergingSave;
    private final ProjectList list;

    Projects(Database database, Ids ids, MergingSave mergingSave) {
        this.database = database;
        this.ids = ids;
        this.mergingSave = mergingSave;
        this.list = new ProjectList();
    }

    /// The project, even when it is in the trash.
    public Optional<Project> find(ProjectId id) {
        return database.read(sql -> find(sql, id));
    }

    /// The ids of projects that begin with `prefix`, `limit` at most.
    public List<ProjectId> withPrefix(String prefix, int limit) {
        return database.read(sql -> Ids.withPrefix(sql, LibrarySchema.PROJECT, prefix, limit)).stream()
                .map(ProjectId::new)
                .toList();
    }

    /// The number of projects that the query finds.
    public int count(ProjectQuery query) {
        return database.read(sql -> list.count(sql, query));
    }

    /// The projects that the query finds, `limit` of them from number `offset`, which counts from 0.
    public List<ProjectSummary> page(ProjectQuery query, int offset, int limit) {
        return database.read(sql -> list.page(sql, query, offset, limit));
    }

    /// These projects as lines of a list, in this order; those that are gone are left out.
    public List<ProjectSummary> summaries(List<ProjectId> projects) {
        return database.read(sql -> list.summaries(sql, projects));
    }

    /// Creates a project outside all collections, at the end there.
    ///
    /// @throws LibraryException when a text is too long
    public Project create(ProjectDetails details) {
        return database.write(sql -> create(sql, details, Optional.empty()));
    }

    /// Creates a project at the end of a collection.
    ///
    /// @throws LibraryException when a text is too long, or the collection is gone
    public Project create(ProjectDetails details, CollectionId collection) {
        return database.write(sql -> create(sql, details, Optional.of(collection)));
    }

    /// Saves an edit, merged with what was written to the project since `was` was read. A project that was put
    /// into the
    /// trash meanwhile comes out of it; one that was removed for good is created again.
    ///
    /// @throws LibraryException when a text is too long
    public Saved<Project> save(Project was, ProjectDetails now) {
        var edit = new Edited(was.details().row(), now.row()).withUnchanged(Timestamps.trashed(was.trashedAt()));
        return database.write(sql -> save(sql, was, edit));
    }

    /// Moves the project to the end of a collection; out of all collections when it is empty.
    public Saved<Project> move(Project was, Optional<CollectionId> collection) {
        return move(was, collection, new InsertAt.Last<>());
    }

    /// Moves the project to a spot in a collection, which may be its present one.
    public Saved<Project> move(Project was, Optional<CollectionId> collection, InsertAt<ProjectId> insertAt) {
        return database.write(sql -> move(sql, was, collection, insertAt));
    }

    /// Moves these projects to the end of a collection, or out of all, in one transaction. Those that are gone,
    /// or are
    /// there already, stay as they are.
    public void move(List<ProjectId> projects, Optional<CollectionId> collection) {
        database.change(sql -> {
            for (var id : projects) {
                var project = find(sql, id).filter(was -> !was.collection().equals(collection));
                if (project.isPresent()) {
                    move(sql, project.get(), collection, new InsertAt.Last<>());
                }
            }
        });
    }

    /// Puts these projects, in this order, at a spot in the person's order of all projects, in one transaction. Their
    /// collections stay. Nothing is done where the spot is beside one of them, or none is left.
    public void arrange(List<ProjectId> projects, InsertAt<ProjectId> insertAt) {
        database.change(sql -> {
            var there = new ArrayList<String>();
            for (var id : projects) {
                if (find(sql, id).isPresent()) {
                    there.add(id.text());
                }
            }
            if (!there.isEmpty() && !isBesideOneOf(projects, insertAt)) {
                SiblingOrder.allProjects().put(sql, there, insertAt);
            }
        });
    }

    private static boolean isBesideOneOf(List<ProjectId> projects, InsertAt<ProjectId> insertAt) {
        return switch (insertAt) {
            case InsertAt.Before<ProjectId>(var other) -> projects.contains(other);
            case InsertAt.After<ProjectId>(var other) -> projects.contains(other);
            case InsertAt.First<ProjectId> _, InsertAt.Last<ProjectId> _ -> false;
        };
    }

    /// Sets the status of these projects, in one transaction.
    public void status(List<ProjectId> projects, Status status) {
        set(projects, "status", ProjectDetails.EMPTY.withStatus(status).row().get("status"));
    }

    /// Sets the due date of these projects, or removes it, in one transaction.
    public void due(List<ProjectId> projects, Optional<LocalDate> due) {
        set(projects, "due", due.map(day -> Value.of(day.toString())));
    }

    private void set(List<ProjectId> projects, String column, Optional<Value> value) {
        database.change(sql -> {
            for (var id : projects) {
                sql.update(
                        "UPDATE project SET %1$s = ?2 WHERE id = ?1 AND %1$s IS NOT ?2".formatted(column),
                        id.text(),
                        value);
            }
        });
    }

    /// Gives these projects a star, in one transaction.
    public void star(List<ProjectId> projects) {
        database.change(sql -> {
            for (var id : projects) {
                sql.update("UPDATE project SET starred = 1 WHERE id = ? AND ifnull(starred, 0) = 0", id.text());
            }
        });
    }

    private Project create(Sql sql, ProjectDetails details, Optional<CollectionId> collection) throws SQLException {
        return create(sql, details, collection, Provenance.HERE);
    }

    /// Creates a project at the end of a collection, in the caller's transaction.
    ///
    /// @throws LibraryException when a text is too long, or the collection is gone
    public Project create(Sql sql, ProjectDetails details, Optional<CollectionId> collection, Provenance provenance)
            throws SQLException {
        Collections.requirePresent(sql, collection);
        var id = new ProjectId(ids.next());
        var row = details.row()
                .overlaid(provenance.row())
                .with("collection", collection.map(parent -> Value.of(parent.text())))
                .with(
                        "position",
                        Optional.of(Value.of(SiblingOrder.projects(collection).last(sql))));
        mergingSave.rows(sql).insert(id.record(), row);
        return present(sql, id);
    }

    private Saved<Project> save(Sql sql, Project was, Edited edit) throws SQLException {
        var id = was.id();
        var current = mergingSave.rows(sql).find(id.record());
        if (current.isEmpty()) {
            recreate(sql, was, edit.now());
            return new Saved<>(present(sql, id), List.of());
        }
        var row = current.get();
        var asEdited = ProjectDetails.of(row).row().overlaid(row.only(Timestamps.TRASHED));
        var conflicts = mergingSave.save(sql, id.record(), edit, asEdited);
        return new Saved<>(present(sql, id), conflicts);
    }

    /// Creates a removed project again, in the collection where it was, if that still exists.
    private void recreate(Sql sql, Project was, Row details) throws SQLException {
        var collection = was.collection();
        if (collection.isPresent() && !Collections.exists(sql, collection.get())) {
            collection = Optional.empty();
        }
        var place = place(collection, SiblingOrder.projects(collection).last(sql));
        mergingSave
                .rows(sql)
                .insert(was.id().record(), details.without(Timestamps.TRASHED).overlaid(place));
    }

    private Saved<Project> move(Sql sql, Project was, Optional<CollectionId> collection, InsertAt<ProjectId> insertAt)
            throws SQLException {
        var id = was.id();
        var current = mergingSave.rows(sql).find(id.record()).orElseThrow(() -> LibraryException.gone("project"));
        Collections.requirePresent(sql, collection);
        var key = SiblingOrder.projects(collection).key(sql, id.text(), insertAt);
        var now = place(collection, key);
        var position = current.text("position", "");
        var conflicts = mergingSave.save(
                sql, id.record(), new Edited(place(was.collection(), position), now), current.only(PLACE));
        return new Saved<>(present(sql, id), conflicts);
    }

    private static Row place(Optional<CollectionId> collection, String position) {
        return Row.EMPTY
                .with("collection", collection.map(parent -> Value.of(parent.text())))
                .with(
                        "position",
                        Optional.of(position).filter(key -> !key.isEmpty()).map(Value::of));
    }

    private static Project present(Sql sql, ProjectId id) throws SQLException {
        return find(sql, id).orElseThrow(() -> LibraryException.gone("project"));
    }

    /// The project, even when it is in the trash, read in the caller's transaction.
    public static Optional<Project> find(Sql sql, ProjectId id) throws SQLException {
        return sql.first(
                "SELECT edited, %s FROM project WHERE id = ?".formatted(Rows.columns(LibrarySchema.PROJECT)),
                result -> project(id, result),
                id.text());
    }

    private static Project project(ProjectId id, ResultSet result) throws SQLException {
        var row = Rows.row(LibrarySchema.PROJECT, result, 2);
        return new Project(
                id,
                ProjectDetails.of(row),
                row.text("collection").map(CollectionId::new),
                Timestamps.trashed(row),
                Times.of(id, row, result, 1));
    }
}
