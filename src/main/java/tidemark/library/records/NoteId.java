package tidemark.library.records;

import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;

/// The id of a note, a UUID.
public record NoteId(String text) implements LibraryId {
    @Override
    public RecordId record() {
        return new RecordId(LibrarySchema.NOTE.name(), text);
    }

    @Override
    public String toString() {
        return text;
    }
}
