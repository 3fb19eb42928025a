package tidemark.schema;

import static tidemark.schema.Column.content;
import static tidemark.schema.Column.integer;
import static tidemark.schema.Column.reference;
import static tidemark.schema.Column.text;
import static tidemark.schema.MergeKind.FIRST;
import static tidemark.schema.MergeKind.MEMBERSHIP;
import static tidemark.schema.MergeKind.PARENT;
import static tidemark.schema.MergeKind.POSITION;
import static tidemark.schema.MergeKind.TEXT;
import static tidemark.schema.MergeKind.TRASHED;
import static tidemark.schema.MergeKind.UNION;
import static tidemark.schema.MergeKind.VALUE;

import java.util.List;

/// The synced tables of a Tidemark library.
///
/// A column that was ever synced is never renamed, retyped or removed, and a new one is nullable: programs
/// of different age share one remote. The SQL that creates them is `tidemark/db/migrations`.
public final class LibrarySchema {
    /// A project: what a person is working on. `created` and `modified` are its times in ms where it was
    /// imported from, and `path` its file's path in the imported folder, with `/` between names; a project
    /// made here has none of them.
    public static final Table PROJECT = Table.of(
            "project",
            Field.of(VALUE, text("title")),
            Field.of(TEXT, text("summary")),
            Field.of(VALUE, text("status")),
            Field.of(VALUE, integer("starred")),
            Field.of(VALUE, text("due")),
            Field.unit("place", PARENT, reference("collection", "collection"), text("position")),
            Field.of(TRASHED, integer("trashed_at")),
            Field.of(FIRST, integer("created")),
            Field.of(FIRST, integer("modified")),
            Field.of(FIRST, text("path")));

    /// A note of a project, in Markdown. `created`, `modified` and `path` are as those of a project.
    public static final Table NOTE = Table.of(
            "note",
            Field.of(VALUE, reference("project", "project")),
            Field.of(VALUE, text("title")),
            Field.of(TEXT, text("body")),
            Field.of(POSITION, text("position")),
            Field.of(TRASHED, integer("trashed_at")),
            Field.of(FIRST, integer("created")),
            Field.of(FIRST, integer("modified")),
            Field.of(FIRST, text("path")));

    /// A file of a project; its content lives beside the database under its SHA-256. `added_by` is the name that the
    /// device had on which it was added; `modified` and `path` are as those of a project.
    public static final Table FILE = Table.of(
            "file",
            Field.of(VALUE, reference("project", "project")),
            Field.of(VALUE, text("name")),
            Field.unit("content", VALUE, text("media_type"), integer("size"), content("sha256")),
            Field.of(POSITION, text("position")),
            Field.of(TRASHED, integer("trashed_at")),
            Field.of(FIRST, integer("modified")),
            Field.of(FIRST, text("path")),
            Field.of(FIRST, text("added_by")));

    /// A collection of projects, possibly inside another.
    public static final Table COLLECTION = Table.of(
            "collection",
            Field.of(VALUE, text("name")),
            Field.unit("place", PARENT, reference("parent", "collection"), text("position")),
            Field.of(VALUE, text("colour")),
            Field.of(TRASHED, integer("trashed_at")));

    /// A label; its id follows from its name, so two spellings of one label are one row, and the first
    /// spelling stays.
    public static final Table LABEL = Table.of("label", Field.of(FIRST, text("name")), Field.of(VALUE, text("colour")));

    /// The membership of a label in a project: the row's existence says that the project has the label.
    public static final Table PROJECT_LABEL = Table.of(
            "project_label",
            Field.of(MEMBERSHIP, reference("project", "project")),
            Field.of(MEMBERSHIP, reference("label", "label")));

    /// A conflict: the versions of one field, all kept until a person chooses. `base`, `mine` and `theirs`
    /// are JSON objects of the field's columns; the sides are named by device, because every device sees
    /// the row. `all_versions` has a JSON object a line for every version, these two among them, where they
    /// are more or where their devices are known by id.
    public static final Table CONFLICT = Table.of(
            "conflict",
            Field.unit("subject", VALUE, text("tbl"), text("record"), text("field")),
            Field.unit(
                    "versions",
                    VALUE,
                    text("base"),
                    text("mine"),
                    text("mine_device"),
                    integer("mine_at"),
                    text("theirs"),
                    text("theirs_device"),
                    integer("theirs_at"),
                    text("rule")),
            Field.unit(
                    "resolution",
                    FIRST,
                    text("resolution"),
                    text("resolved"),
                    text("resolved_device"),
                    integer("resolved_at")),
            Field.of(UNION, text("all_versions")));

    /// The schema of this program: all synced tables, parents before children.
    public static final Schema CURRENT =
            new Schema(2, 1, List.of(COLLECTION, PROJECT, NOTE, FILE, LABEL, PROJECT_LABEL, CONFLICT));

    private LibrarySchema() {}
}
