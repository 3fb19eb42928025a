package tidemark.sync.format;

import java.util.Optional;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// How much a row adds to a batch. Readers limit the bytes of its JSON, so those are counted, not the characters.
public final class Weight {
    /// The names of the table and of what a change consists of, and an id.
    private static final long ROW = 128;

    /// Punctuation around a field and its two values, next to its name.
    private static final long FIELD = 16;

    private static final long NUMBER = 20;

    private Weight() {}

    /// The bytes that a row adds to the JSON of a batch, estimated; 0 for none.
    public static long bytes(Optional<Row> row) {
        return row.map(present -> ROW
                        + present.values().entrySet().stream()
                                .mapToLong(field -> FIELD + field.getKey().length() + bytes(field.getValue()))
                                .sum())
                .orElse(0L);
    }

    /// The characters of a row's values.
    public static long characters(Optional<Row> row) {
        return row.stream()
                .flatMap(present -> present.values().values().stream())
                .mapToLong(value -> value instanceof Value.Text(var text) ? text.length() : NUMBER)
                .sum();
    }

    private static long bytes(Value value) {
        return value instanceof Value.Text(var text)
                ? text.chars().mapToLong(Weight::bytes).sum()
                : NUMBER;
    }

    /// In UTF-8, escaped as JSON does; each half of a surrogate pair is two of its four bytes.
    private static long bytes(int character) {
        if (character < ' ') {
            return 6;
        }
        if (character < 0x80) {
            return character == '"' || character == '\\' ? 2 : 1;
        }
        return character < 0x800 || Character.isSurrogate((char) character) ? 2 : 3;
    }
}
