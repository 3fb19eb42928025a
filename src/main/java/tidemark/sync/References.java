package tidemark.sync;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tidemark.db.Sql;
import tidemark.schema.Column;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.schema.Table;

/// Which records refer to which, by the declarations.
final class References {
    private final Sql sql;
    private final Schema schema;

    References(Sql sql, Schema schema) {
        this.sql = sql;
        this.schema = schema;
    }

    /// The records that this row refers to.
    List<RecordId> parents(RecordId record, Row row) {
        return schema.find(record.table()).stream()
                .flatMap(Table::references)
                .flatMap(column -> row.text(column.name()).stream().map(id -> parent(column, id)))
                .toList();
    }

    /// The rows that stand in the library and refer to this record.
    List<RecordId> children(RecordId record) throws SQLException {
        var children = new ArrayList<RecordId>();
        for (var table : schema.tables()) {
            for (var column : referring(table, record).toList()) {
                children.addAll(sql.list(
                        "SELECT id FROM \"%s\" WHERE \"%s\" = ?".formatted(table.name(), column.name()),
                        row -> new RecordId(table.name(), row.getString(1)),
                        record.id()));
            }
        }
        return children;
    }

    /// The rows that were removed here, not sent yet, and referred to this record when last in sync.
    List<RecordId> removedChildren(RecordId record) throws SQLException {
        var children = new ArrayList<RecordId>();
        for (var table : schema.tables()) {
            for (var column : referring(table, record).toList()) {
                children.addAll(sql.list(
                        """
                        SELECT id FROM pending WHERE tbl = ? AND base ->> '$.%s' = ?
                          AND NOT EXISTS (SELECT 1 FROM "%s" t WHERE t.id = pending.id)""".formatted(column.name(), table.name()),
                        row -> new RecordId(table.name(), row.getString(1)),
                        table.name(),
                        record.id()));
            }
        }
        return children;
    }

    boolean exists(RecordId record) throws SQLException {
        return sql.exists("SELECT 1 FROM \"%s\" WHERE id = ?".formatted(record.table()), record.id());
    }

    private static Stream<Column> referring(Table table, RecordId record) {
        return table.references().filter(column -> column.references().equals(java.util.Optional.of(record.table())));
    }

    private static RecordId parent(Column column, String id) {
        return new RecordId(column.references().orElseThrow(), id);
    }
}
