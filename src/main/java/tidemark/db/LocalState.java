package tidemark.db;

import java.sql.SQLException;
import java.util.Optional;

/// The sync's local tables as those may read them who keep the records: how far this copy is, who wrote, what is
/// unsent.
///
/// @param sql in the transaction of the reader
public record LocalState(Sql sql) {
    /// The number of the last batch applied here, 0 before the first.
    public long version() throws SQLException {
        return sql.number("SELECT value + 0 FROM local WHERE key = 'version'").orElse(0);
    }

    /// The id of this device; empty before it has one.
    public String deviceId() throws SQLException {
        return sql.text("SELECT value FROM local WHERE key = 'setting.device.id'")
                .orElse("");
    }

    /// The author of a batch: a device's id and name.
    public record Writer(String id, String name) {}

    /// The author of the batch that bears this time, of the newest of several.
    ///
    /// @param time in milliseconds since 1970
    public Optional<Writer> writerAt(long time) throws SQLException {
        return sql.first(
                "SELECT device, device_name FROM log WHERE at = ? ORDER BY version DESC LIMIT 1",
                row -> new Writer(row.getString(1), row.getString(2)),
                time);
    }

    /// The unsent record of this table and id as it was when last in sync, as JSON; empty where nothing of it is
    /// unsent, and for a new one.
    public Optional<String> unsentBase(String table, String id) throws SQLException {
        return sql.text("SELECT base FROM pending WHERE tbl = ? AND id = ?", table, id);
    }

    /// Whether this record of table and id has unsent changes.
    public boolean isUnsent(String table, String id) throws SQLException {
        return sql.exists("SELECT 1 FROM pending WHERE tbl = ? AND id = ?", table, id);
    }

    /// Whether values of a newer program's tables or columns are kept here.
    public boolean holdsUnknownFields() throws SQLException {
        return sql.exists("SELECT 1 FROM parked");
    }

    /// A condition in SQL: the record of this table and id has unsent changes.
    ///
    /// @param id an SQL expression
    public static String isPending(String table, String id) {
        return "EXISTS (SELECT 1 FROM pending WHERE tbl = '%s' AND id = %s)".formatted(table, id);
    }

    /// A condition in SQL: some record of this table whose id begins so has unsent changes.
    ///
    /// @param beginning an SQL expression, of the id up to a dot
    public static String isAnyPending(String table, String beginning) {
        return "EXISTS (SELECT 1 FROM pending WHERE tbl = '%1$s' AND id > %2$s || '.' AND id < %2$s || '/')"
                .formatted(table, beginning);
    }
}
