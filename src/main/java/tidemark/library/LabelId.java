package tidemark.library;

import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;

/// The id of a label, which follows from its normalised name.
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
