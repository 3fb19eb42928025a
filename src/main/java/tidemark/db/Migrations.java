package tidemark.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.schema.Schema;

/// The ordered steps that migrate a library's file to the present format, numbered by `PRAGMA user_version`.
///
/// A library is copied to its backups folder before each step. Steps only add: a column that was ever synced is never
/// renamed, retyped or removed, and no step writes a synced row.
public final class Migrations {
    /// The steps of this program.
    public static final Migrations CURRENT =
            new Migrations(List.of(resource("001-library.sql"), resource("002-origins-and-versions.sql")));

    /// The `application_id` in the header, "Tidm", which tells whose file it is.
    static final int APPLICATION = 0x5469646d;

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private final List<String> steps;

    /// Migrations with these steps, each a script of SQL statements, the first for an empty file.
    public Migrations(List<String> steps) {
        this.steps = List.copyOf(steps);
    }

    /// These migrations and one more step.
    public Migrations then(String script) {
        var more = new ArrayList<>(steps);
        more.add(script);
        return new Migrations(more);
    }

    /// The `user_version` that a file has after all steps.
    int newest() {
        return steps.size();
    }

    /// Runs the steps that `file` has not had yet, and renews the capture triggers when there were any.
    void migrate(Connection connection, Path file, Schema schema) throws SQLException {
        if (number(connection, "PRAGMA application_id") != APPLICATION && hasTables(connection)) {
            throw DatabaseException.foreign(file);
        }
        var found = version(connection);
        if (found > newest()) {
            throw new DatabaseException.TooNew(file, found, newest());
        }
        if (found == 0) {
            run(connection, file, 0, newest(), schema);
        }
        for (int step = version(connection); step < newest(); step++) {
            backUp(connection, file, step + 1);
            run(connection, file, step, step + 1, schema);
            LOG.info("The library's format went from {} to {}", step, step + 1);
        }
    }

    /// Runs the steps from `first` on that come before `end` in one transaction, so that no other process finds a new
    /// file half made; nothing where another process has run them since we looked.
    private void run(Connection connection, Path file, int first, int end, Schema schema) throws SQLException {
        int step = first;
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                if (version(connection) == first) {
                    for (; step < end; step++) {
                        apply(connection, statement, step, schema);
                    }
                }
                statement.execute("COMMIT");
            } catch (SQLException | RuntimeException e) {
                rollBack(statement, e);
                throw e;
            }
        } catch (SQLException e) {
            throw DatabaseException.migration(file, Math.min(step, end - 1) + 1, e);
        }
    }

    /// Rolls back. SQLite undoes a transaction by itself after some errors, a full disk among them.
    private static void rollBack(Statement statement, Exception reason) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private void apply(Connection connection, Statement statement, int step, Schema schema) throws SQLException {
        for (var sql : new Script(steps.get(step)).statements()) {
            statement.execute(sql);
        }
        if (step + 1 == newest()) {
            renewTriggers(connection, statement, schema);
        }
        statement.execute("PRAGMA application_id = " + APPLICATION);
        statement.execute("PRAGMA user_version = " + (step + 1));
    }

    /// Renews the capture triggers. Only after the last step: before it a declared column may not exist yet.
    private static void renewTriggers(Connection connection, Statement statement, Schema schema) throws SQLException {
        for (var table : schema.tables()) {
            if (exists(connection, table.name())) {
                for (var trigger : ChangeCapture.triggers(table)) {
                    statement.execute(trigger);
                }
            }
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

    /// Copies the library before a step. The copy of an earlier attempt is replaced only by a complete one.
    private static void backUp(Connection connection, Path file, int format) throws SQLException {
        var folder = file.resolveSibling("backups");
        var copy = folder.resolve("before-format-" + format + ".sqlite");
        var unfinished = folder.resolve("%s.%d.part"
                .formatted(copy.getFileName(), ProcessHandle.current().pid()));
        try {
            OwnerOnly.folder(folder);
            Files.deleteIfExists(unfinished);
            try {
                SqliteFile.copy(connection, unfinished);
                Files.move(unfinished, copy, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new SQLException("no copy could be made in " + folder + " before the format is changed", e);
        }
    }

    private static boolean hasTables(Connection connection) throws SQLException {
        return number(connection, "SELECT count(*) FROM sqlite_schema") > 0;
    }

    private static int version(Connection connection) throws SQLException {
        return number(connection, "PRAGMA user_version");
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
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
