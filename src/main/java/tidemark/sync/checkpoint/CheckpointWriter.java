package tidemark.sync.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.db.SqliteFile;
import tidemark.schema.Schema;
import tidemark.sync.format.Device;
import tidemark.sync.state.Pending;
import tidemark.sync.state.Replica;
import tidemark.sync.state.UnreadableNotes;

/// The writer of checkpoints: the synced state at one version as a plain SQLite file that any tool can open.
///
/// It holds the synced tables with pending rows at their base, the unknown fields, and a table `checkpoint(key, value)`
/// with library, version, hash, state hash and each device's last commit id. It has no local table, none of the
/// window's indexes, and no trigger.
public final class CheckpointWriter {
    private static final int FORMAT = 1;

    private final Database database;
    private final Device device;

    /// A writer of checkpoints of this library.
    ///
    /// @param device named in them as their author
    public CheckpointWriter(Database database, Device device) {
        this.database = database;
        this.device = device;
    }

    /// Writes the checkpoint of this copy at its present version, and returns its position.
    public Replica.Position write(Path file, Instant now) {
        return write(file, now, Map.of(), Optional.empty());
    }

    /// Writes a checkpoint with more facts in its table `checkpoint`.
    ///
    /// @param as the position to write in place of this copy's
    Replica.Position write(Path file, Instant now, Map<String, String> more, Optional<Replica.Position> as) {
        database.read(sql -> {
            UnreadableNotes.requireNone(sql);
            return true;
        });
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.copyTo(file);
        var position = SqliteFile.edit(file, sql -> reduce(sql, now, more, as));
        SqliteFile.edit(file, sql -> {
            sql.run("VACUUM");
            var finding = sql.text("PRAGMA integrity_check").orElse("");
            if (!finding.equals("ok")) {
                throw new SQLException("the checkpoint is not sound: " + finding);
            }
            return finding;
        });
        return position;
    }

    private Replica.Position reduce(Sql sql, Instant now, Map<String, String> more, Optional<Replica.Position> as)
            throws SQLException {
        sql.run("PRAGMA journal_mode = MEMORY");
        sql.run("BEGIN");
        for (var trigger : names(sql, "type = 'trigger'")) {
            sql.run("DROP TRIGGER \"" + trigger + "\"");
        }
        // They serve the lists of the window; readers find rows by their ids.
        for (var index : names(sql, "type = 'index' AND sql IS NOT NULL")) {
            sql.run("DROP INDEX \"" + index + "\"");
        }
        resetPending(sql, database.schema());
        var here = new Replica(sql).position();
        var position = as.orElse(here);
        sql.run("CREATE TABLE checkpoint (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID");
        describe(sql, position, now);
        for (var fact : more.entrySet()) {
            put(sql, fact.getKey(), fact.getValue());
        }
        sql.update("INSERT INTO checkpoint SELECT key, value FROM local WHERE key = 'library' OR key LIKE 'commit.%'");
        put(sql, Checkpoint.SUM, Checkpoint.sum(sql).value());
        dropLocalTables(sql);
        sql.run("PRAGMA user_version = 0");
        sql.run("COMMIT");
        return position;
    }

    /// Puts pending rows back to their base.
    private static void resetPending(Sql sql, Schema schema) throws SQLException {
        var rows = new Rows(sql, schema);
        for (var entry : new Pending(sql).all()) {
            if (schema.find(entry.record().table()).isEmpty()) {
                continue; // another tool's: no row of it is in the copy
            }
            var edited = rows.edited(entry.record());
            rows.delete(entry.record());
            if (entry.base().isPresent()) {
                rows.insert(entry.record(), entry.base().get());
                if (edited > 0) {
                    rows.edited(entry.record(), edited); // when the base was written is not known any longer
                }
            }
        }
    }

    private void describe(Sql sql, Replica.Position position, Instant now) throws SQLException {
        put(sql, "format", Integer.toString(FORMAT));
        put(sql, "version", position.version().toString());
        put(sql, "hash", position.hash().value());
        put(sql, "stateHash", position.state().toString());
        put(sql, "schema", Integer.toString(database.schema().number()));
        put(sql, "minReader", Integer.toString(database.schema().minReader()));
        put(sql, "device", device.id());
        put(sql, "deviceName", device.name());
        put(sql, "time", now.toString());
    }

    private static void put(Sql sql, String key, String value) throws SQLException {
        sql.update("INSERT INTO checkpoint (key, value) VALUES (?, ?)", key, value);
    }

    private void dropLocalTables(Sql sql) throws SQLException {
        for (var table : names(sql, "type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%'")) {
            sql.run("DROP TABLE \"" + table + "\"");
        }
        for (var table : names(sql, "type = 'table' AND name NOT LIKE 'sqlite_%'")) {
            var stays = database.schema().find(table).isPresent()
                    || List.of("checkpoint", "parked").contains(table);
            if (!stays) {
                sql.run("DROP TABLE \"" + table + "\"");
            }
        }
    }

    private static List<String> names(Sql sql, String condition) throws SQLException {
        return sql.list("SELECT name FROM sqlite_schema WHERE " + condition, row -> row.getString(1));
    }
}
