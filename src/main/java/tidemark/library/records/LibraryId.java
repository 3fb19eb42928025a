package tidemark.library.records;

import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;

/// The typed id of a record that a person has: a UUID as text, which never changes and is never used again. It is of
/// version 7 for a new record, and derived (version 8) for labels and the copies of *Keep both*.
public sealed interface LibraryId permits ProjectId, NoteId, FileId, CollectionId, LabelId {
    /// The text of the id in the database.
    String text();

    /// The id together with its table.
    RecordId record();

    /// The typed id of a record.
    ///
    /// @throws IllegalArgumentException for a table whose rows a person does not have as things of their own
    static LibraryId of(RecordId record) {
        if (record.table().equals(LibrarySchema.PROJECT.name())) {
            return new ProjectId(record.id());
        }
        if (record.table().equals(LibrarySchema.NOTE.name())) {
            return new NoteId(record.id());
        }
        if (record.table().equals(LibrarySchema.FILE.name())) {
            return new FileId(record.id());
        }
        if (record.table().equals(LibrarySchema.COLLECTION.name())) {
            return new CollectionId(record.id());
        }
        if (record.table().equals(LibrarySchema.LABEL.name())) {
            return new LabelId(record.id());
        }
        throw new IllegalArgumentException("no thing of the user's: " + record);
    }
}
