package tidemark.files;

import java.sql.SQLException;
import java.util.Set;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.schema.Table;

/// The files, projects and collections whose contents stay on this device, and are fetched to it.
public final class Pins {
    /// The contents that are pinned, by themselves or by what their file lies in.
    static final String PINNED = """
            SELECT sha256 FROM file WHERE sha256 IS NOT NULL AND (
              id IN (SELECT id FROM pin WHERE tbl = 'file')
              OR project IN (SELECT id FROM pin WHERE tbl = 'project')
              OR project IN (SELECT id FROM project WHERE collection IN (
                   WITH RECURSIVE within (id) AS (
                     SELECT id FROM pin WHERE tbl = 'collection'
                     UNION SELECT collection.id FROM collection JOIN within ON parent = within.id)
                   SELECT id FROM within)))""";

    private final Database database;
    private final Runnable onChange;

    /// The pins of this library's copy.
    ///
    /// @param onChange told after each that was set or removed
    public Pins(Database database, Runnable onChange) {
        this.database = database;
        this.onChange = onChange;
    }

    /// Keeps on this device all contents in a file, project or collection.
    public void pin(RecordId record) {
        database.change(
                Origin.UPKEEP,
                sql -> sql.update("INSERT OR IGNORE INTO pin (tbl, id) VALUES (?, ?)", record.table(), record.id()));
        onChange.run();
    }

    /// Lets the contents in it go again when room is needed.
    public void unpin(RecordId record) {
        database.change(
                Origin.UPKEEP,
                sql -> sql.update("DELETE FROM pin WHERE tbl = ? AND id = ?", record.table(), record.id()));
        onChange.run();
    }

    /// Whether it is pinned by itself.
    public boolean isPinned(RecordId record) {
        return database.read(sql -> isPinned(sql, record));
    }

    /// The ids of the rows of this table that are pinned by themselves.
    public Set<String> of(Table table) {
        return Set.copyOf(database.read(
                sql -> sql.list("SELECT id FROM pin WHERE tbl = ?", row -> row.getString(1), table.name())));
    }

    private static boolean isPinned(Sql sql, RecordId record) throws SQLException {
        return sql.exists("SELECT 1 FROM pin WHERE tbl = ? AND id = ?", record.table(), record.id());
    }
}
