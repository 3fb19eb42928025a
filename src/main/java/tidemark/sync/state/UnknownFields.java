package tidemark.sync.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tidemark.db.Json;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.schema.Row;

/// Synced values that have no place in this program's tables: fields and tables of a newer program, and rows whose
/// parent is missing. They count in the state hash and are sent on unchanged.
public final class UnknownFields {
    private static final String PUT = """
            INSERT INTO parked (tbl, id, fields, aside) VALUES (?, ?, ?, ?)
            ON CONFLICT (tbl, id) DO UPDATE SET fields = excluded.fields, aside = excluded.aside""";

    private final Sql sql;

    UnknownFields(Sql sql) {
        this.sql = sql;
    }

    /// The unknown fields of this record, if there are any that can be read: another tool may have written there.
    public Optional<Row> find(RecordId record) throws SQLException {
        return text(record).flatMap(Json::find);
    }

    /// The known values together with the unknown fields of their record; empty when these cannot be read.
    Optional<Row> over(Row known, RecordId record) throws SQLException {
        var fields = text(record);
        return fields.isEmpty() ? Optional.of(known) : Json.find(fields.get()).map(known::overlaid);
    }

    private Optional<String> text(RecordId record) throws SQLException {
        return sql.text("SELECT fields FROM parked WHERE tbl = ? AND id = ?", record.table(), record.id());
    }

    /// Keeps the fields that have no column here.
    void put(RecordId record, Row fields) throws SQLException {
        put(record, fields, 0);
    }

    /// Sets a whole row of a known table aside until its parent exists.
    public void putAside(RecordId record, Row whole) throws SQLException {
        put(record, whole, 1);
    }

    private void put(RecordId record, Row fields, int aside) throws SQLException {
        sql.update(PUT, record.table(), record.id(), Json.of(fields), aside);
    }

    /// Removes the unknown fields of this record.
    public void remove(RecordId record) throws SQLException {
        sql.update("DELETE FROM parked WHERE tbl = ? AND id = ?", record.table(), record.id());
    }

    /// All records with unknown fields, by table.
    public List<RecordId> all() throws SQLException {
        return sql.list("SELECT tbl, id FROM parked ORDER BY tbl, id", UnknownFields::record);
    }

    /// The whole rows that are set aside until their parent exists.
    public List<RecordId> aside() throws SQLException {
        return sql.list("SELECT tbl, id FROM parked WHERE aside = 1 ORDER BY tbl, id", UnknownFields::record);
    }

    private static RecordId record(ResultSet row) throws SQLException {
        return new RecordId(row.getString(1), row.getString(2));
    }
}
