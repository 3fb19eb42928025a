package tidemark.library.records;

import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;

/// The id of a project, a UUID.
public record ProjectId(String text) implements LibraryId {
    @Override
    public RecordId record() {
        return new RecordId(LibrarySchema.PROJECT.name(), text);
    }

    @Override
    public String toString() {
        return text;
    }
}
