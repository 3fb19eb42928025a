package tidemark.schema;

import java.util.Optional;

/// A column of a synced table.
///
/// @param references the table whose `id` it holds, if any
public record Column(String name, Type type, Optional<String> references) {
    /// The type of a column. There is no REAL, because JSON would round it, and no BLOB, because `json_object` refuses
    /// it.
    public enum Type {
        /// Unicode text.
        TEXT,
        /// A signed 64-bit number.
        INTEGER
    }

    /// A column of text.
    public static Column text(String name) {
        return new Column(name, Type.TEXT, Optional.empty());
    }

    /// A column of whole numbers.
    public static Column integer(String name) {
        return new Column(name, Type.INTEGER, Optional.empty());
    }

    /// A column that holds the id of a row of another table.
    public static Column reference(String name, String table) {
        return new Column(name, Type.TEXT, Optional.of(table));
    }
}
