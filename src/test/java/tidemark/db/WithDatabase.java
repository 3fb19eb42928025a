package tidemark.db;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tidemark.schema.LibrarySchema;

/// A test with an open library without records; labels serve as records of any kind.
abstract class WithDatabase {
    static final Database.Settings SETTINGS =
            Database.Settings.of(LibrarySchema.CURRENT, () -> Instant.ofEpochMilli(1_700_000_000_000L));

    @TempDir
    Path folder;

    Path file;
    Database db;

    @BeforeEach
    final void open() {
        file = folder.resolve("database.sqlite");
        db = Database.open(file, SETTINGS);
    }

    @AfterEach
    final void close() {
        db.close();
    }

    static void add(Database db, String id) {
        db.change(sql -> sql.update("INSERT INTO label (id, name) VALUES (?, ?)", id, Optional.empty()));
    }

    static List<String> ids(Database db) {
        return db.read(WithDatabase::ids);
    }

    static List<String> ids(Sql sql) throws SQLException {
        return sql.list("SELECT id FROM label ORDER BY n", row -> row.getString(1));
    }

    static Optional<String> text(Database db, String query) {
        return db.read(sql -> sql.text(query));
    }
}
