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
import tidemark.library.records.LibraryException;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Table;
import tidemark.schema.Value;

/// A restore of the library from a backup.
///
/// It is an edit like any other: the library keeps its device and its place in the log, the differences are sent, and
/// what other devices edit meanwhile is merged with them. Records newer than the backup are moved to the trash, not
/// removed.
public final class Restore {
    private static final String TRASHED = "trashed_at";

    private final Database database;
    private final InstantSource clock;

    /// A restore into this library.
    public Restore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The result of a restore.
    ///
    /// @param back rows that had been removed
    /// @param changed rows that have their values from the backup again
    /// @param trashed rows newer than the backup, which are in the trash now
    public record Report(int back, int changed, int trashed) {
        private Report and(Report other) {
            return new Report(back + other.back, changed + other.changed, trashed + other.trashed);
        }
    }

    /// Restores from a library, a backup of one, or a checkpoint from a remote; in one transaction.
    ///
    /// @param keep backs up the library as it is: runs once the file is known to be sound, before anything is
    ///     changed
    /// @throws LibraryException when the file is none of these, or damaged; nothing was changed
    /// @throws DatabaseException when the library itself is damaged, or cannot be written
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
            counts[restoreRow(rows, new RecordId(table.name(), id), row, columns)]++;
        });
        return new Report(counts[0], counts[1], trashNewer(table, kept, sql, rows));
    }

    /// Restores one row; returns 0 when it was inserted, 1 when it was changed, and 2 when it was equal.
    private static int restoreRow(Rows rows, RecordId record, Row target, List<String> columns) throws SQLException {
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

    /// Puts the rows that the backup lacks into the trash, if their table has one; removes memberships of labels.
    private int trashNewer(Table table, Set<String> kept, Sql sql, Rows rows) throws SQLException {
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

    /// The columns of the table that the file has, too: the file of an older program has fewer.
    private static List<String> columns(Sql from, Table table) throws SQLException {
        var there = from.list("SELECT name FROM pragma_table_info(?)", row -> row.getString(1), table.name());
        return table.columnNames().stream().filter(there::contains).toList();
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
