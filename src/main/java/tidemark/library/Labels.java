package tidemark.library;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.db.Sql;
import tidemark.library.records.Colour;
import tidemark.library.records.Edited;
import tidemark.library.records.Ids;
import tidemark.library.records.Label;
import tidemark.library.records.LabelId;
import tidemark.library.records.LibraryException;
import tidemark.library.records.PlainText;
import tidemark.library.records.ProjectId;
import tidemark.library.records.Saved;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The labels of a library, and the projects that have them.
///
/// A label's id follows from its name, ignoring case and spacing: two devices that make one label make one row.
public final class Labels {
    private static final String OF_PROJECT = """
            SELECT label.id, name, colour FROM project_label JOIN label ON label.id = project_label.label
            WHERE project = ? GROUP BY label.id ORDER BY name COLLATE NOCASE, label.id""";

    private static final String COPY_COLOUR = """
            UPDATE label SET colour = old.colour FROM label AS old
            WHERE label.id = ? AND old.id = ? AND old.colour IS NOT NULL""";

    private final Database database;
    private final MergingSave mergingSave;

    Labels(Database database, MergingSave mergingSave) {
        this.database = database;
        this.mergingSave = mergingSave;
    }

    /// All labels by name.
    public List<Label> all() {
        return database.read(sql -> sql.list(
                "SELECT id, name, colour FROM label ORDER BY name COLLATE NOCASE, id", row -> Label.of(row, 1)));
    }

    /// The label of this name, ignoring case and spacing.
    public Optional<Label> find(String name) {
        return database.read(sql -> find(sql, Ids.label(name)));
    }

    /// The label of this id.
    public Optional<Label> find(LabelId id) {
        return database.read(sql -> find(sql, id));
    }

    /// The project's labels by name.
    public List<Label> of(ProjectId project) {
        return database.read(sql -> of(sql, project));
    }

    /// The project's labels that [#of(ProjectId)] returns, read in the caller's transaction.
    public static List<Label> of(Sql sql, ProjectId project) throws SQLException {
        return sql.list(OF_PROJECT, row -> Label.of(row, 1), project.text());
    }

    /// The label of this name, created if there was none.
    ///
    /// @throws LibraryException when the name is blank
    public Label named(String name) {
        return database.write(sql -> named(sql, name));
    }

    /// Gives the project the label of this name, which is created if there was none.
    ///
    /// @throws LibraryException when the name is blank, or the project is gone
    public Label add(ProjectId project, String name) {
        return database.write(sql -> add(sql, project, name));
    }

    /// Gives these projects the label, in one transaction; those that are gone stay so.
    ///
    /// @throws LibraryException when the label is gone
    public void attach(List<ProjectId> projects, LabelId label) {
        database.change(sql -> {
            if (find(sql, label).isEmpty()) {
                throw LibraryException.gone("label");
            }
            for (var project : projects) {
                if (Projects.find(sql, project).isPresent()) {
                    attach(sql, project, label);
                }
            }
        });
    }

    /// Gives these projects the label of this name, which is created if there was none, in one transaction.
    ///
    /// @throws LibraryException when the name is blank, or a project is gone
    public void add(List<ProjectId> projects, String name) {
        database.change(sql -> {
            for (var project : projects) {
                add(sql, project, name);
            }
        });
    }

    /// Takes the label from the project.
    public void remove(ProjectId project, LabelId label) {
        database.change(sql ->
                sql.update("DELETE FROM project_label WHERE project = ? AND label = ?", project.text(), label.text()));
    }

    /// Renames the label. A new name makes another label: the projects get that one and the old one is removed, in one
    /// transaction. Only another spelling of the same name keeps the label.
    ///
    /// @throws LibraryException when the name is blank
    public Label rename(Label was, String name) {
        return database.write(sql -> rename(sql, was, name));
    }

    /// Saves another colour of the label. A label that was removed meanwhile is created again.
    public Saved<Label> recolour(Label was, Colour colour) {
        return database.write(sql -> {
            var renewed = find(sql, was.id()).isPresent() ? was : add(sql, was);
            var conflicts = save(sql, renewed, new Label(was.id(), was.name(), colour));
            return new Saved<>(find(sql, was.id()).orElseThrow(), conflicts);
        });
    }

    /// Removes the label from the library and from all projects, which stay.
    public void delete(LabelId label) {
        database.change(sql -> delete(sql, label));
    }

    /// Gives the project the label of this name, in the caller's transaction; the label is created if there was none.
    ///
    /// @throws LibraryException when the name is blank, or the project is gone
    public Label add(Sql sql, ProjectId project, String name) throws SQLException {
        if (Projects.find(sql, project).isEmpty()) {
            throw LibraryException.gone("project");
        }
        var label = named(sql, name);
        attach(sql, project, label.id());
        return label;
    }

    /// The label of this name, created if there was none, in the caller's transaction.
    ///
    /// @throws LibraryException when the name is blank
    public Label named(Sql sql, String name) throws SQLException {
        var id = Ids.label(name);
        if (Ids.normalised(name).isEmpty()) {
            throw LibraryException.unnamed();
        }
        var known = find(sql, id);
        return known.isPresent()
                ? known.get()
                : add(
                        sql,
                        new Label(
                                id, PlainText.of("name", Ids.collapsed(name)).text(), Colour.of(id, Optional.empty())));
    }

    private Label add(Sql sql, Label label) throws SQLException {
        mergingSave.rows(sql).insert(label.id().record(), Row.EMPTY.with("name", Optional.of(Value.of(label.name()))));
        return label;
    }

    private Label rename(Sql sql, Label was, String name) throws SQLException {
        var id = Ids.label(name);
        if (id.equals(was.id())) {
            save(
                    sql,
                    was,
                    new Label(id, PlainText.of("name", Ids.collapsed(name)).text(), was.colour()));
            return find(sql, id).orElse(was);
        }
        var isNew = find(sql, id).isEmpty();
        var label = named(sql, name);
        if (isNew) {
            sql.update(COPY_COLOUR, id.text(), was.id().text());
        }
        for (var project : carriers(sql, was.id())) {
            attach(sql, project, label.id());
        }
        delete(sql, was.id());
        return find(sql, id).orElseThrow();
    }

    private List<String> save(Sql sql, Label was, Label now) throws SQLException {
        var current = find(sql, was.id());
        return current.isEmpty()
                ? List.of()
                : mergingSave.save(sql, was.id().record(), new Edited(row(was), row(now)), row(current.get()));
    }

    private static Row row(Label label) {
        return Row.EMPTY
                .with("name", Optional.of(Value.of(label.name())))
                .with("colour", Optional.of(Value.of(label.colour().text())));
    }

    private static List<ProjectId> carriers(Sql sql, LabelId label) throws SQLException {
        return sql.list(
                "SELECT DISTINCT project FROM project_label WHERE label = ? ORDER BY project",
                row -> new ProjectId(row.getString(1)),
                label.text());
    }

    private void attach(Sql sql, ProjectId project, LabelId label) throws SQLException {
        var record = new RecordId(LibrarySchema.PROJECT_LABEL.name(), Ids.membership(project, label));
        if (!sql.exists("SELECT 1 FROM project_label WHERE project = ? AND label = ?", project.text(), label.text())) {
            mergingSave
                    .rows(sql)
                    .insert(
                            record,
                            Row.EMPTY
                                    .with("project", Optional.of(Value.of(project.text())))
                                    .with("label", Optional.of(Value.of(label.text()))));
        }
    }

    private static void delete(Sql sql, LabelId label) throws SQLException {
        sql.update("DELETE FROM project_label WHERE label = ?", label.text());
        sql.update("DELETE FROM conflict WHERE tbl = 'label' AND record = ?", label.text());
        sql.update("DELETE FROM label WHERE id = ?", label.text());
    }

    private static Optional<Label> find(Sql sql, LabelId id) throws SQLException {
        return sql.first("SELECT id, name, colour FROM label WHERE id = ?", row -> Label.of(row, 1), id.text());
    }
}
