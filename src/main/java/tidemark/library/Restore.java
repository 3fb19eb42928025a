package tidemark.library;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tidemark.db.Database;
import tidemark.db.DatabaseException;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.db.SqliteFile;
import tidemark.schema.Column;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Table;
import tidemark.schema.Value;

/// Makes the library hold again what a backup holds.
///
/// It is an edit like any other: the library stays where it is in the log and the same device, the differences are
/// sent, and what other devices edit meanwhile is merged with them. What came after the backup is moved to the trash,
/// not removed.
public final class Restore {
    private static final String TRASHED = "trashed_at";

    private final Database database;
    private final InstantSource clock;

    /// Restores into this library.
    public Restore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// What a restore did.
    ///
    /// @param back rows that had been removed
    /// @param changed rows that hold again what they held
    /// @param trashed rows that came after the backup and are in the trash now
    public record Report(int back, int changed, int trashed) {
        private Report and(Report other) {
            return new Report(back + other.back, changed + other.changed, trashed + other.trashed);
        }
    }

    /// Restores from a library, a backup of one, or a checkpoint from a remote; in one transaction.
    ///
    /// @param keep keeps the library as it is: runs once the file is known to be sound, before anything is changed
    /// @throws LibraryException when the file is none of these, or damaged; nothing was changed
    /// @throws DatabaseException when the library is damaged itself, or cannot be written
    public Report from(Path file, Runnable keep) {
        if (!Files.isRegularFile(file)) {
            throw LibraryException.noFile(file);
        }
        try {
            return SqliteFile.read(file, from -> {
                check(from, file);
                keep.run();
                return database.write(sql -> restore(from, sql));
            });
        } catch (DatabaseException.Damaged e) {
            throw e.isOf(file) ? LibraryException.noBackup(file) : e;
        }
    }

    private static void check(Sql from, Path file) throws SQLException {
        if (!from.text("PRAGMA quick_check").equals(Optional.of("ok"))
                || columns(from, LibrarySchema.PROJECT).isEmpty()) {
            throw LibraryException.noBackup(file);
        }
    }

    private Report restore(Sql from, Sql sql) throws SQLException {
        var report = new Report(0, 0, 0);
        for (var table : database.schema().tables()) {
            if (!table.equals(LibrarySchema.CONFLICT)) {
                report = report.and(restore(table, from, sql));
            }
        }
        return report;
    }

    private Report restore(Table table, Sql from, Sql sql) throws SQLException {
        var rows = new Rows(sql, database.schema());
        var columns = columns(from, table);
        var kept = new HashSet<String>();
        var counts = new int[3];
        from.each("SELECT * FROM \"%s\"".formatted(table.name()), result -> {
            var id = result.getString("id");
            var row = Row.EMPTY;
            for (var column : columns) {
                row = row.with(column, value(result.getObject(column)));
            }
            kept.add(id);
            counts[restored(rows, new RecordId(table.name(), id), row, columns)]++;
        });
        return new Report(counts[0], counts[1], putAway(table, kept, sql, rows));
    }

    /// Returns 0 when the row came back, 1 when it was changed, and 2 when nothing had to be done.
    private static int restored(Rows rows, RecordId record, Row target, List<String> columns) throws SQLException {
        var current = rows.find(record);
        if (current.isEmpty()) {
            rows.insert(record, target);
            return 0;
        }
        var differing = columns.stream()
                .filter(column -> !current.get().get(column).equals(target.get(column)))
                .toList();
        rows.update(record, differing, target);
        return differing.isEmpty() ? 2 : 1;
    }

    /// What came after the backup goes to the trash, where there is one for it; a label is taken off again.
    private int putAway(Table table, Set<String> kept, Sql sql, Rows rows) throws SQLException {
        var away = 0;
        for (var id : sql.list("SELECT id FROM \"%s\"".formatted(table.name()), row -> row.getString(1))) {
            var record = new RecordId(table.name(), id);
            if (kept.contains(id)) {
                continue;
            }
            if (table.equals(LibrarySchema.PROJECT_LABEL)) {
                rows.delete(record);
            } else if (table.column(TRASHED).isPresent()
                    && rows.find(record).flatMap(row -> row.get(TRASHED)).isEmpty()) {
                rows.update(record, List.of(TRASHED), Row.EMPTY.with(TRASHED, Optional.of(Value.of(clock.millis()))));
                away++;
            }
        }
        return away;
    }

    /// The columns of the table that the file has, too: an older program's has fewer.
    private static List<String> columns(Sql from, Table table) throws SQLException {
        var there = from.list("SELECT name FROM pragma_table_info(?)", row -> row.getString(1), table.name());
        return table.columns().stream()
                .map(Column::name)
                .filter(there::contains)
                .toList();
    }

    private static Optional<Value> value(@Nullable Object found) throws SQLException {
        return switch (found) {
            case null -> Optional.empty();
            case String text -> Optional.of(Value.of(text));
            case Number number -> Optional.of(Value.of(number.longValue()));
            case Object other -> throw new SQLException("a " + other.getClass() + " in a backup");
        };
    }
}
