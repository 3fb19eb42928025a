package tidemark.fleet;

import static tidemark.schema.Column.integer;
import static tidemark.schema.Column.text;
import static tidemark.schema.MergeKind.TEXT;
import static tidemark.schema.MergeKind.VALUE;

import java.util.ArrayList;
import java.util.List;
import tidemark.db.Migrations;
import tidemark.schema.Field;
import tidemark.schema.LibrarySchema;
import tidemark.schema.Schema;
import tidemark.schema.Table;

/// A version of the program, with the tables and columns it knows.
enum Program {
    /// The present one.
    OLD,
    /// One with one more column and one more table; older ones keep these for it as unknown fields.
    NEWER,
    /// One whose batches older ones may not apply.
    STRICT;

    private static final String MORE = """
            ALTER TABLE project ADD COLUMN priority INTEGER;
            CREATE TABLE task (
              n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, edited INTEGER, title TEXT, body TEXT
            ) STRICT;
            """;
    private static final Migrations TO_NEWER = Migrations.CURRENT.then(MORE);
    private static final Migrations TO_STRICT = TO_NEWER.then("CREATE TABLE local_note (x TEXT) STRICT;\n");
    private static final Schema OF_NEWER = newer(LibrarySchema.CURRENT.number() + 1, 1);
    private static final Schema OF_STRICT =
            newer(LibrarySchema.CURRENT.number() + 2, LibrarySchema.CURRENT.number() + 2);

    private static Schema newer(int number, int minReader) {
        var fields = new ArrayList<>(LibrarySchema.PROJECT.fields());
        fields.add(Field.of(VALUE, integer("priority")));
        var tables = new ArrayList<>(LibrarySchema.CURRENT.tables());
        tables.replaceAll(table -> table.equals(LibrarySchema.PROJECT) ? new Table("project", fields) : table);
        tables.add(Table.of("task", Field.of(VALUE, text("title")), Field.of(TEXT, text("body"))));
        return new Schema(number, minReader, List.copyOf(tables));
    }

    Schema schema() {
        return switch (this) {
            case OLD -> LibrarySchema.CURRENT;
            case NEWER -> OF_NEWER;
            case STRICT -> OF_STRICT;
        };
    }

    Migrations migrations() {
        return switch (this) {
            case OLD -> Migrations.CURRENT;
            case NEWER -> TO_NEWER;
            case STRICT -> TO_STRICT;
        };
    }

    /// The next version, or the newest.
    Program next() {
        return this == OLD ? NEWER : STRICT;
    }
}
