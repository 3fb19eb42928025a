package tidemark.schema;

import java.util.List;

/// The unit of merging: one column, or several that make sense only together (a file's size and hash).
public record Field(String name, MergeKind kind, List<Column> columns) {
    public Field {
        columns = List.copyOf(columns);
    }

    /// A field of one column, named after it.
    public static Field of(MergeKind kind, Column column) {
        return new Field(column.name(), kind, List.of(column));
    }

    /// A field of several columns, merged as one unit.
    public static Field unit(String name, MergeKind kind, Column... columns) {
        return new Field(name, kind, List.of(columns));
    }

    /// The names of its columns, in their order.
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }
}
