package tidemark.sync.state;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tidemark.db.Sql;
import tidemark.schema.Column;
import tidemark.schema.Field;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.schema.Table;

/// The references between records, by the declarations of the schema.
public final class References {
    private static final String CONFLICT = LibrarySchema.CONFLICT.name();

    private static final String REMOVED_CONFLICTS = """
            SELECT id FROM pending WHERE tbl = 'conflict'
              AND CASE WHEN json_valid(base) THEN base ->> '$.tbl' = ? AND base ->> '$.record' = ? END
              AND NOT EXISTS (SELECT 1 FROM conflict WHERE conflict.id = pending.id)""";

    private final Sql sql;
    private final Schema schema;

    /// The references, in the transaction of `sql`.
    public References(Sql sql, Schema schema) {
        this.sql = sql;
        this.schema = schema;
    }

    /// The records that this row refers to.
    public List<RecordId> parents(RecordId record, Row row) {
        return schema.find(record.table()).stream()
                .flatMap(Table::references)
                .flatMap(column -> row.text(column.name()).stream().map(id -> parent(column, id)))
                .toList();
    }

    /// The rows in the library that refer to this record.
    public List<RecordId> children(RecordId record) throws SQLException {
        var children = new ArrayList<RecordId>();
        for (var table : schema.tables()) {
            for (var column : referring(table, record).toList()) {
                children.addAll(rows(table, column, record));
            }
        }
        return children;
    }

    private List<RecordId> rows(Table table, Column column, RecordId record) throws SQLException {
        return sql.list(
                "SELECT id FROM \"%s\" WHERE \"%s\" = ?".formatted(table.name(), column.name()),
                row -> new RecordId(table.name(), row.getString(1)),
                record.id());
    }

    /// The rows that were removed here, not sent yet, and referred to this record when last in sync.
    public List<RecordId> removedChildren(RecordId record) throws SQLException {
        var children = new ArrayList<RecordId>();
        for (var table : schema.tables()) {
            for (var column : referring(table, record).toList()) {
                var removed = """
                        SELECT id FROM pending WHERE tbl = ? AND CASE WHEN json_valid(base) THEN base ->> '$.%s' = ? END
                          AND NOT EXISTS (SELECT 1 FROM "%s" t WHERE t.id = pending.id)""".formatted(column.name(), table.name());
                children.addAll(sql.list(
                        removed, row -> new RecordId(table.name(), row.getString(1)), table.name(), record.id()));
            }
        }
        return children;
    }

    /// The rows in the library that are inside this record: the notes of a project, but not the projects of a
    /// collection, which are only listed there.
    public List<RecordId> contents(RecordId record) throws SQLException {
        var contents = new ArrayList<RecordId>();
        for (var table : schema.tables()) {
            for (var field : table.fields()) {
                for (var column : field.columns()) {
                    if (column.references().equals(Optional.of(record.table())) && isHolder(table, field)) {
                        contents.addAll(rows(table, column, record));
                    }
                }
            }
        }
        return contents;
    }

    /// The records that this one is inside.
    public List<RecordId> holders(RecordId record, Row row) {
        var holders = new ArrayList<RecordId>();
        var table = schema.table(record.table());
        for (var field : table.fields()) {
            for (var column : field.columns()) {
                var id = row.text(column.name());
                if (column.references().isPresent() && id.isPresent() && isHolder(table, field)) {
                    holders.add(parent(column, id.get()));
                }
            }
        }
        return holders;
    }

    private static boolean isHolder(Table table, Field field) {
        return switch (field.kind()) {
            case VALUE -> true;
            case PARENT ->
                field.columns().stream().anyMatch(column -> column.references().equals(Optional.of(table.name())));
            case TEXT, MEMBERSHIP, POSITION, FIRST, UNION, TRASHED -> false;
        };
    }

    /// The conflict rows in the library about this record.
    public List<RecordId> conflicts(RecordId record) throws SQLException {
        return sql.list(
                "SELECT id FROM conflict WHERE tbl = ? AND record = ?",
                row -> new RecordId(CONFLICT, row.getString(1)),
                record.table(),
                record.id());
    }

    /// The conflict rows about this record that were removed here and not sent yet.
    public List<RecordId> removedConflicts(RecordId record) throws SQLException {
        return sql.list(
                REMOVED_CONFLICTS, row -> new RecordId(CONFLICT, row.getString(1)), record.table(), record.id());
    }

    /// Whether the record has a row in the library.
    public boolean exists(RecordId record) throws SQLException {
        return sql.exists("SELECT 1 FROM \"%s\" WHERE id = ?".formatted(record.table()), record.id());
    }

    private static Stream<Column> referring(Table table, RecordId record) {
        return table.references().filter(column -> column.references().equals(Optional.of(record.table())));
    }

    private static RecordId parent(Column column, String id) {
        return new RecordId(column.references().orElseThrow(), id);
    }
}
