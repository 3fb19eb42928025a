package tidemark.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tidemark.db.Database;
import tidemark.db.Json;
import tidemark.library.Conflict.Subject;
import tidemark.library.Conflict.Version;
import tidemark.schema.RecordId;

/// The fields of which two versions are kept until someone chooses.
public final class Conflicts {
    private final Database database;

    Conflicts(Database database) {
        this.database = database;
    }

    /// How many nobody has decided yet.
    public int count() {
        return (int) (long) database.read(sql -> sql.number("SELECT count(*) FROM conflict WHERE resolution IS NULL")
                .orElse(0));
    }

    /// Those nobody has decided yet, the oldest first.
    public List<Conflict> open() {
        return database.read(sql -> sql.list("""
                SELECT id, tbl, record, field,
                  CASE tbl WHEN 'project' THEN (SELECT title FROM project WHERE id = record)
                           WHEN 'note' THEN (SELECT title FROM note WHERE id = record)
                           WHEN 'file' THEN (SELECT name FROM file WHERE id = record)
                           WHEN 'collection' THEN (SELECT name FROM collection WHERE id = record)
                           WHEN 'label' THEN (SELECT name FROM label WHERE id = record) END,
                  base, mine, mine_device, mine_at, theirs, theirs_device, theirs_at
                FROM conflict WHERE resolution IS NULL ORDER BY n""", Conflicts::conflict));
    }

    private static Conflict conflict(ResultSet row) throws SQLException {
        return new Conflict(
                row.getString(1),
                new Subject(new RecordId(text(row, 2), text(row, 3)), text(row, 4), text(row, 5)),
                Json.row(json(row, 6)),
                version(row, 7),
                version(row, 10));
    }

    private static Version version(ResultSet row, int first) throws SQLException {
        return new Version(
                Json.row(json(row, first)), text(row, first + 1), Instant.ofEpochMilli(row.getLong(first + 2)));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private static String json(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("{}");
    }
}
