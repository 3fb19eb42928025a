package tidemark.library.records;

import java.util.Optional;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The name and content of a file; the content itself is beside the database, under its hash.
///
/// @param size in bytes
/// @param sha256 64 hexadecimal digits
public record FileDetails(String name, String mediaType, long size, String sha256) {
    /// These details with another name.
    public FileDetails withName(String other) {
        return new FileDetails(other, mediaType, size, sha256);
    }

    /// The details in a file's row.
    public static FileDetails of(Row row) {
        return new FileDetails(
                row.text("name", ""),
                row.text("media_type", ""),
                row.get("size").orElse(Value.of(0)) instanceof Value.Whole(var bytes) ? bytes : 0,
                row.text("sha256", ""));
    }

    /// The details as columns of the file's row.
    public Row row() {
        return Row.EMPTY
                .with("name", PlainText.of("name", name).value())
                .with("media_type", PlainText.of("media type", mediaType).value())
                .with("size", Optional.of(Value.of(size)))
                .with("sha256", PlainText.of("hash", sha256).value());
    }
}
