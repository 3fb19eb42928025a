package tidemark.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.schema.Schema;

/// The ordered steps that bring a library's file to the present format, numbered by `PRAGMA user_version`.
///
/// A library is copied to its backups folder before each step. Steps only add: a column that was ever synced is never
/// renamed, retyped or removed, and no step writes a synced row.
public final class Migrations {
    /// The steps of this program.
    public static final Migrations CURRENT = new Migrations(List.of(resource("001-library.sql")));

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private final List<String> steps;

    /// These steps, each a script of SQL statements, the first for an empty file.
    public Migrations(List<String> steps) {
        this.steps = List.copyOf(steps);
    }

    /// These steps and one more.
    public Migrations then(String script) {
        var more = new java.util.ArrayList<>(steps);
        more.add(script);
        return new Migrations(more);
    }

    /// The `user_version` that a file has after all steps.
    int newest() {
        return steps.size();
    }

    /// Runs the steps that `file` has not had yet, and renews the capture triggers when there were any.
    void migrate(Connection connection, Path file, Schema schema) throws SQLException {
        var found = version(connection);
        if (found > newest()) {
            throw new DatabaseException.TooNew(file, found, newest());
        }
        for (int step = found; step < newest(); step++) {
            if (step > 0) {
                backUp(connection, file, step);
            }
            run(connection, steps.get(step), step + 1, schema);
            LOG.info("Library {} brought from format {} to {}", file.getFileName(), step, step + 1);
        }
    }

    private static void run(Connection connection, String script, int number, Schema schema) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (var sql : new Script(script).statements()) {
                statement.execute(sql);
            }
            for (var table : schema.tables()) {
                if (exists(connection, table.name())) {
                    for (var trigger : Capture.triggers(table)) {
                        statement.execute(trigger);
                    }
                }
            }
            statement.execute("PRAGMA user_version = " + number);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?")) {
            query.setString(1, table);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void backUp(Connection connection, Path file, int format) throws SQLException {
        var folder = file.resolveSibling("backups");
        var copy = folder.resolve("before-format-" + (format + 1) + ".sqlite");
        try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
            Files.createDirectories(folder);
            Files.deleteIfExists(copy);
            statement.setString(1, copy.toString());
            statement.execute();
        } catch (IOException e) {
            throw new SQLException("no copy could be made in " + folder + " before the format is changed", e);
        }
    }

    static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA user_version")) {
            return rows.getInt(1);
        }
    }

    private static String resource(String name) {
        try (var in = Migrations.class.getResourceAsStream("migrations/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
