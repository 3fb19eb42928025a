package tidemark.library;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.db.LocalState;
import tidemark.db.Sql;
import tidemark.library.records.CollectionId;
import tidemark.library.records.FileId;
import tidemark.library.records.LabelId;
import tidemark.library.records.LibraryException;
import tidemark.library.records.LibraryId;
import tidemark.library.records.NoteId;
import tidemark.library.records.ProjectId;
import tidemark.library.records.TrashItem;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;

/// The trash: records that were deleted and can still be restored.
public final class Trash {
    private final Database database;

    Trash(Database database) {
        this.database = database;
    }

    /// All records in the trash, the newest first.
    public List<TrashItem> list() {
        return database.read(sql -> sql.list(
                """
                SELECT 'project', id, ifnull(title, ''), '', trashed_at FROM project WHERE trashed_at IS NOT NULL
                UNION ALL
                SELECT 'note', id, ifnull(title, ''),
                  ifnull((SELECT title FROM project WHERE project.id = note.project), ''), trashed_at
                FROM note WHERE trashed_at IS NOT NULL
                UNION ALL
                SELECT 'file', id, ifnull(name, ''),
                  ifnull((SELECT title FROM project WHERE project.id = file.project), ''), trashed_at
                FROM file WHERE trashed_at IS NOT NULL
                UNION ALL
                SELECT 'collection', id, ifnull(name, ''), '', trashed_at FROM collection WHERE trashed_at IS NOT NULL
                ORDER BY 5 DESC, 2 DESC""",
                row -> new TrashItem(
                        LibraryId.of(new RecordId(row.getString(1), row.getString(2))),
                        row.getString(3),
                        row.getString(4),
                        Instant.ofEpochMilli(row.getLong(5)))));
    }

    /// Puts records into the trash, in one transaction; those that are in it already stay unchanged.
    ///
    /// @throws IllegalArgumentException for a label, which has no trash
    public void put(List<? extends LibraryId> things) {
        database.change(sql -> {
            for (var thing : things) {
                sql.update(
                        "UPDATE \"%s\" SET trashed_at = (SELECT at FROM tx) WHERE id = ? AND trashed_at IS NULL"
                                .formatted(table(thing)),
                        thing.text());
            }
        });
    }

    /// Takes records out of the trash, in one transaction.
    ///
    /// @throws IllegalArgumentException for a label, which has no trash
    public void restore(List<? extends LibraryId> things) {
        database.change(sql -> {
            for (var thing : things) {
                sql.update(
                        "UPDATE \"%s\" SET trashed_at = NULL WHERE id = ? AND trashed_at IS NOT NULL"
                                .formatted(table(thing)),
                        thing.text());
            }
        });
    }

    /// Removes all records in the trash for good with what is in them, in one transaction, and returns the number of
    /// rows removed. Projects of a removed collection stay, and are in none from then on.
    ///
    /// @throws LibraryException when a newer program has stored something here that this one does not know
    public int empty() {
        return database.write(Trash::empty);
    }

    /// Removes these records for good, as far as they are in the trash, with what is in them, in one transaction.
    /// Projects of a removed collection stay, and are in none from then on.
    ///
    /// @throws LibraryException when a newer program has stored something here that this one does not know
    public void remove(List<? extends LibraryId> things) {
        database.change(sql -> {
            refuseUnknownFields(sql);
            for (var thing : things) {
                new Purge(sql, Optional.of(thing.text())).run();
            }
        });
    }

    private static int empty(Sql sql) throws SQLException {
        refuseUnknownFields(sql);
        return new Purge(sql, Optional.empty()).run();
    }

    private static void refuseUnknownFields(Sql sql) throws SQLException {
        if (new LocalState(sql).holdsUnknownFields()) {
            throw LibraryException.unknownFields();
        }
    }

    private static String table(LibraryId thing) {
        return switch (thing) {
            case ProjectId _, NoteId _, FileId _, CollectionId _ ->
                thing.record().table();
            case LabelId _ ->
                throw new IllegalArgumentException(LibrarySchema.LABEL.name() + " has no place in the trash");
        };
    }
}
