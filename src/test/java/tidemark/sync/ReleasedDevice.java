package tidemark.sync;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// A device with the program of 0.1.0, on a folder remote. Edits are written into its library by SQL, as another
/// program does.
final class ReleasedDevice implements AutoCloseable {
    private final Path file;
    private final Object database;
    private final Object engine;
    private final Object library;

    ReleasedDevice(Path folder, String name, Path remote, SteppedClock clock) {
        var random = new Random(name.hashCode());
        this.file = folder.resolve(name + ".sqlite");
        var schema = ReleasedProgram.constant("schema.LibrarySchema", "CURRENT");
        var settings = ReleasedProgram.callStatic("db.Database$Settings", "of", schema, clock)
                .orElseThrow();
        this.database = ReleasedProgram.callStatic("db.Database", "open", file, settings)
                .orElseThrow();
        var store = ReleasedProgram.callStatic("remote.folder.FolderStore", "open", remote, clock, random)
                .orElseThrow();
        var device = ReleasedProgram.make("sync.Device", name, name);
        this.engine = ReleasedProgram.make(
                "sync.SyncEngine",
                ReleasedProgram.make(
                        "sync.SyncEngine$Parts",
                        database,
                        store,
                        device,
                        clock,
                        random,
                        folder.resolve(name + "-scratch")));
        this.library = ReleasedProgram.make("library.Library", database, clock, random, (Supplier<String>) () -> name);
    }

    /// Runs a round, and returns its result in the words of the program.
    String sync() {
        return ReleasedProgram.call(engine, "sync", ReleasedProgram.constant("sync.Progress", "NONE"))
                .orElseThrow()
                .toString();
    }

    /// Writes by SQL in a transaction of its own.
    void edit(String statement, String... values) {
        try (var connection = connect();
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setString(i + 1, values[i]);
            }
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /// The first column of a query's answer.
    List<String> list(String query) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    void putInTrash(String project) {
        var id = ReleasedProgram.make("library.ProjectId", project);
        ReleasedProgram.call(trash(), "put", List.of(id));
    }

    void emptyTrash() {
        ReleasedProgram.call(trash(), "empty");
    }

    private Object trash() {
        return ReleasedProgram.call(library, "trash").orElseThrow();
    }

    @Override
    public void close() {
        ReleasedProgram.call(database, "close");
    }
}
