/// One SQLite file: opened, migrated, backed up, and shared between one writer and many readers.
///
/// Two things here are what the rest of the program rests on. A [tidemark.db.TrackedConnection] knows whether committed
/// work changed rows, however the SQL was written. And [tidemark.db.ChangeCapture] generates, from the declaration of
/// each synced table, the triggers that record in the same transaction what a row was when it was last in sync, so that
/// a crash cannot separate an edit from its record.
@org.jspecify.annotations.NullMarked
package tidemark.db;
