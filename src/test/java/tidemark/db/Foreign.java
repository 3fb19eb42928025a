package tidemark.db;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// A connection of another program: SQLite's own settings, none of ours, like the `sqlite3` shell.
@NullMarked
final class Foreign implements AutoCloseable {
    private final Connection connection;

    Foreign(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        run("PRAGMA recursive_triggers = OFF");
    }

    Foreign run(String... statements) throws SQLException {
        for (var sql : statements) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
        return this;
    }

    /// The rows of the result, their columns joined by a bar, NULL as a dash.
    List<String> rows(String query) throws SQLException {
        return rows(connection, query);
    }

    static List<String> rows(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                var columns = new ArrayList<String>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    var text = rows.getString(i);
                    columns.add(text == null ? "-" : text);
                }
                found.add(String.join("|", columns));
            }
            return found;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
