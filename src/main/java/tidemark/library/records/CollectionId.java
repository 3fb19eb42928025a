package tidemark.library.records;

import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;

/// The id of a collection, a UUID.
public record CollectionId(String text) implements LibraryId {
    @Override
    public RecordId record() {
        return new RecordId(LibrarySchema.COLLECTION.name(), text);
    }

    @Override
    public String toString() {
        return text;
    }
}
