package tidemark.library.records;

import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;

/// The id of a file, a UUID.
public record FileId(String text) implements LibraryId {
    @Override
    public RecordId record() {
        return new RecordId(LibrarySchema.FILE.name(), text);
    }

    @Override
    public String toString() {
        return text;
    }
}
