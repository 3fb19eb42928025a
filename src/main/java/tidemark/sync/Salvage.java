package tidemark.sync;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.ChangeCapture;
import tidemark.db.Database;
import tidemark.db.DatabaseException;
import tidemark.db.Json;
import tidemark.db.Rows;
import tidemark.db.Sql;
import tidemark.db.SqliteFile;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Schema;
import tidemark.sync.format.Hash;
import tidemark.sync.format.Version;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.OrphanRepair;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncedRecords;
import tidemark.sync.state.SyncedState;

/// The part of a damaged library that can still be read: its settings, and the rows that were not sent yet. The rest is
/// on the remote, or in a backup.
public final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);

    /// The setting that identifies a copy of the library; a rebuilt one is another copy.
    private static final String DEVICE_ID = "device.id";

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<Rescued> rows = new ArrayList<>();

    private Salvage() {}

    /// A row that was not sent yet, with its base.
    private record Rescued(RecordId record, Optional<Row> base, Optional<Row> row) {}

    @FunctionalInterface
    private interface Reading {
        void run() throws SQLException;
    }

    /// Reads what can be read; changes nothing.
    public static Salvage of(Path damaged, Schema schema) {
        var salvage = new Salvage();
        try {
            SqliteFile.read(damaged, sql -> {
                salvage.read(sql, schema);
                return true;
            });
        } catch (DatabaseException e) {
            LOG.warn("Nothing can be read of {}", damaged, e);
        }
        return salvage;
    }

    private void read(Sql sql, Schema schema) {
        readLeniently(() -> sql.each(
                "SELECT substr(key, 1 + length('setting.')), value FROM local WHERE key LIKE 'setting.%'",
                row -> settings.put(row.getString(1), row.getString(2))));
        var bases = new LinkedHashMap<RecordId, Optional<Row>>();
        readLeniently(() -> sql.each("SELECT tbl, id, base FROM pending ORDER BY tx", row -> {
            var record = new RecordId(row.getString(1), row.getString(2));
            if (schema.find(record.table()).isPresent()) {
                bases.put(record, base(Optional.ofNullable(row.getString(3))));
            }
        }));
        var found = new Rows(sql, schema);
        bases.forEach((record, base) -> readLeniently(() -> rows.add(new Rescued(record, base, found.find(record)))));
    }

    private static void readLeniently(Reading reading) {
        try {
            reading.run();
        } catch (SQLException e) {
            LOG.warn("The damaged library cannot be read beyond this", e);
        }
    }

    /// The base of a row; empty when it cannot be read, and then the row is merged as if both sides had made it.
    private static Optional<Row> base(Optional<String> json) {
        try {
            return json.map(Json::row);
        } catch (RuntimeException e) {
            LOG.warn("What a row was before cannot be read", e);
            return Optional.empty();
        }
    }

    /// The number of rows that were not sent yet and could be read.
    public int count() {
        return rows.size();
    }

    /// Whether no setting could be read.
    public boolean hasNoSettings() {
        return settings.isEmpty();
    }

    /// Copies the settings into a library that was just made; it keeps its own device id.
    public void keepSettings(Database fresh) {
        fresh.change(sql -> {
            for (var setting : settings.entrySet()) {
                if (!setting.getKey().equals(DEVICE_ID)) {
                    new Replica(sql).set(LocalKey.SETTING, setting.getKey(), setting.getValue());
                }
            }
        });
    }

    /// Puts the rows into an empty library as they were, pending against their bases: then the remote's copy can be
    /// merged with them like any other.
    void restoreInto(Sql sql, Schema schema) throws SQLException {
        var state = new SyncedState(sql, schema);
        ChangeCapture.suspended(sql, () -> {
            for (var rescued : rows) {
                state.set(rescued.record(), rescued.row());
                state.pending().put(rescued.record(), rescued.base());
            }
        });
        var sum = new SyncedRecords(sql, state).hash();
        new Replica(sql).moveTo(new Replica.Position(Version.NONE, Hash.NONE, sum));
    }

    /// Writes the rows into a restored backup, as edits. What was deleted since then exists again.
    public void writeOver(Database restored) {
        restored.change(sql -> {
            var state = new SyncedState(sql, restored.schema());
            for (var rescued : rows) {
                if (rescued.row().isPresent()) {
                    state.set(rescued.record(), rescued.row());
                }
            }
            new OrphanRepair(sql, state).repair();
        });
    }
}
