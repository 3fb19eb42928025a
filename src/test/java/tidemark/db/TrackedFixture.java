package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A tracked connection to a file with a few tables and views, and a listener that records what it is told.
abstract class TrackedFixture {
    @TempDir
    Path folder;

    Path file;
    LibraryDataSource source;
    TrackedConnection connection;
    long before;

    /// The rows that another connection saw in `item` at each call of the listener.
    final List<List<String>> told = new ArrayList<>();

    @BeforeEach
    void open() throws SQLException {
        file = folder.resolve("tracked.sqlite");
        source = new LibraryDataSource(file);
        connection = source.getConnection();
        run(
                "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT UNIQUE)",
                "CREATE TABLE history (what TEXT)",
                "CREATE TABLE part (id INTEGER PRIMARY KEY,"
                        + " item INTEGER REFERENCES item DEFERRABLE INITIALLY DEFERRED)",
                "CREATE VIEW shelf AS SELECT name FROM item",
                "CREATE TRIGGER shelf_insert INSTEAD OF INSERT ON shelf BEGIN"
                        + " INSERT INTO item (name) VALUES (NEW.name); END",
                "CREATE VIEW sink AS SELECT name FROM item",
                "CREATE TRIGGER sink_insert INSTEAD OF INSERT ON sink BEGIN SELECT 1; END");
        assertThat(connection.committedWrites()).as("DDL alone changes no row").isZero();
        run("INSERT INTO item (id, name) VALUES (1, 'one'), (2, 'two')");
        assertThat(connection.committedWrites()).isEqualTo(1);
        run("CREATE VIRTUAL TABLE words USING fts5 (text)");
        before = connection.committedWrites();
        source.onCommit(_ -> told.add(seenElsewhere()));
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    List<String> seenElsewhere() {
        try (var other = new Foreign(file)) {
            return other.rows("SELECT name FROM item ORDER BY id");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void run(String... statements) throws SQLException {
        for (var sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    void assertTold(int times) {
        assertThat(told).hasSize(times);
        assertThat(connection.committedWrites()).isEqualTo(before + times);
        assertThat(connection.hasWrites()).isFalse();
    }
}
