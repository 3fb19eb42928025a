package tidemark.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.Pragma;

/// A SQLite file that is no library: a checkpoint being made, or one from the remote.
public final class SqliteFile {
    /// No synced row is longer than 8 MiB; a value without limit could take a gigabyte of memory.
    private static final String LONGEST_VALUE = Integer.toString(16 << 20);

    private static final List<String> ENDINGS = List.of("", "-wal", "-shm");
    private static final Logger LOG = LoggerFactory.getLogger(SqliteFile.class);

    private SqliteFile() {}

    /// Runs `work` on the file, each statement in autocommit, with default settings: foreign keys are not enforced.
    ///
    /// @throws DatabaseException when the file cannot be used; it is then worthless
    public static <T> T edit(Path file, Work<T> work) {
        createPrivate(file);
        return use(file, settings(), work);
    }

    /// Runs `work` on a file that may be hostile: nothing in it is executed, and nothing in it is changed.
    ///
    /// @throws DatabaseException when the file is no sound SQLite database
    public static <T> T read(Path file, Work<T> work) {
        var settings = settings();
        settings.setReadOnly(true);
        settings.setPragma(Pragma.LIMIT_LENGTH, LONGEST_VALUE);
        return use(file, settings, sql -> {
            sql.run("PRAGMA trusted_schema = OFF");
            sql.run("PRAGMA cell_size_check = ON");
            return work.run(sql);
        });
    }

    private static <T> T use(Path file, SQLiteConfig settings, Work<T> work) {
        NativeSqlite.load();
        try (Connection connection = settings.createConnection(LibraryDataSource.url(file));
                var sql = new Sql(connection)) {
            return work.run(sql);
        } catch (SQLException e) {
            throw DatabaseException.of(file, e);
        }
    }

    /// Creates the file for its owner alone, empty, unless it exists; SQLite gives the files beside it the same
    /// permissions. Where that fails, SQLite fails next and says why.
    static void createPrivate(Path file) {
        try {
            OwnerOnly.file(file);
        } catch (IOException e) {
            LOG.debug("{} could not be created", file, e);
        }
    }

    /// Deletes the file with what SQLite keeps beside it. A file that cannot be deleted is logged and stays: it is only
    /// in the way of the next of its name, which says so then.
    public static void delete(Path file) {
        for (var ending : ENDINGS) {
            try {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
            } catch (IOException e) {
                LOG.info("{} could not be deleted", file + ending, e);
            }
        }
    }

    private static SQLiteConfig settings() {
        var settings = new SQLiteConfig();
        settings.setPragma(Pragma.TEMP_STORE, "memory");
        return settings;
    }

    /// Copies what this connection sees into a new file, which belongs to its owner alone.
    static void copy(Connection connection, Path copy) throws SQLException {
        createPrivate(copy);
        try (var statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            statement.execute();
        }
    }
}
