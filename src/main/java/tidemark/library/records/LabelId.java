package tidemark.library.records;

import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;

/// The id of a label: a UUID of version 8 that is derived from its normalised name.
public record LabelId(String text) implements LibraryId {
    @Override
    public RecordId record() {
        return new RecordId(LibrarySchema.LABEL.name(), text);
    }

    @Override
    public String toString() {
        return text;
    }
}
