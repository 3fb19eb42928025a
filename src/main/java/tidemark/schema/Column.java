package tidemark.schema;

import java.util.Optional;

/// A column of a synced table.
///
/// @param references the table whose `id` it holds, if any
/// @param namesContent whether it holds the SHA-256 of a content that lies beside the database
public record Column(String name, Type type, Optional<String> references, boolean namesContent) {
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
        return new Column(name, Type.TEXT, Optional.empty(), false);
    }

    /// A column of whole numbers.
    public static Column integer(String name) {
        return new Column(name, Type.INTEGER, Optional.empty(), false);
    }

    /// A column that holds the id of a row of another table.
    public static Column reference(String name, String table) {
        return new Column(name, Type.TEXT, Optional.of(table), false);
    }

    /// A column that holds the SHA-256 of a content, as 64 hexadecimal digits.
    public static Column content(String name) {
        return new Column(name, Type.TEXT, Optional.empty(), true);
    }
}
