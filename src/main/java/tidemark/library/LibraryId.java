package tidemark.library;

import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;

/// The id of something the user has: text that never changes and is never given out again.
public sealed interface LibraryId permits ProjectId, NoteId, FileId, CollectionId, LabelId {
    /// The id as it stands in the database.
    String text();

    /// The id together with its table.
    RecordId record();

    /// The typed id of a record.
    ///
    /// @throws IllegalArgumentException for a table whose rows are no things of the user's
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
