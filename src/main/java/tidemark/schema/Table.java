package tidemark.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A synced table: every row has a text `id` that never changes, and a local row number `n` that is never sent.
public record Table(String name, List<Field> fields) {
    public Table {
        fields = List.copyOf(fields);
    }

    /// A table with these fields.
    public static Table of(String name, Field... fields) {
        return new Table(name, List.of(fields));
    }

    /// The synced columns in the order declared; `id` and `n` are not among them.
    public List<Column> columns() {
        return fields.stream().flatMap(field -> field.columns().stream()).toList();
    }

    /// The names of the synced columns, in the order declared.
    public List<String> columnNames() {
        return columns().stream().map(Column::name).toList();
    }

    /// The column of this name, if this program knows it.
    public Optional<Column> column(String column) {
        return columns().stream().filter(known -> known.name().equals(column)).findFirst();
    }

    /// The fields of all columns, by column name.
    public Map<String, Field> fieldsByColumn() {
        var byColumn = new LinkedHashMap<String, Field>();
        fields.forEach(field -> field.columns().forEach(column -> byColumn.put(column.name(), field)));
        return byColumn;
    }

    /// The field of this name.
    ///
    /// @throws IllegalArgumentException when the table has no such field
    public Field field(String field) {
        return fields.stream()
                .filter(known -> known.name().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + field));
    }

    /// The field that says when a record was put into the trash, for tables that have a trash.
    public Optional<Field> trash() {
        return fields.stream()
                .filter(field -> field.kind() == MergeKind.TRASHED)
                .findFirst();
    }

    /// The columns that hold the id of another row.
    public Stream<Column> references() {
        return columns().stream().filter(column -> column.references().isPresent());
    }

    /// The columns that name a content beside the database.
    public Stream<Column> contents() {
        return columns().stream().filter(Column::namesContent);
    }
}
