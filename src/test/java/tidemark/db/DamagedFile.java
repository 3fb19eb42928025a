package tidemark.db;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// Damage as a failing disk does it to a database.
public final class DamagedFile {
    private DamagedFile() {}

    /// Overwrites the first page of a table or index with zeros.
    public static void overwrite(Path database, String what) throws IOException {
        var page = SqliteFile.edit(database, sql -> {
            sql.run("PRAGMA wal_checkpoint(TRUNCATE)");
            return sql.number("SELECT rootpage FROM sqlite_schema WHERE name = ?", what)
                    .orElseThrow();
        });
        var size =
                SqliteFile.edit(database, sql -> sql.number("PRAGMA page_size").orElseThrow());
        try (var file = new RandomAccessFile(database.toFile(), "rw")) {
            file.seek((page - 1) * size);
            file.write(new byte[Math.toIntExact(size)]);
        }
    }
}
