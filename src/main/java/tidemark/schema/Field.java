package tidemark.schema;

import java.util.List;

/// What is merged as one: a column, or several columns that make sense only together (a file's size and hash).
public record Field(String name, MergeKind kind, List<Column> columns) {
    public Field {
        columns = List.copyOf(columns);
    }

    /// A field of one column, named after it.
    public static Field of(MergeKind kind, Column column) {
        return new Field(column.name(), kind, List.of(column));
    }

    /// Several columns as one unit.
    public static Field unit(String name, MergeKind kind, Column... columns) {
        return new Field(name, kind, List.of(columns));
    }
}
