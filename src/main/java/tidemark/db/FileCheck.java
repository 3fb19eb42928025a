package tidemark.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// A check of a file before SQLite opens it, so that a file that is no library is left byte for byte as it is.
///
/// The header is SQLite's own, <https://www.sqlite.org/fileformat2.html#the_database_header>.
final class FileCheck {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 100;
    private static final int SCHEMA_COOKIE = 40;
    private static final int USER_VERSION = 60;
    private static final int APPLICATION_ID = 68;

    private FileCheck() {}

    static void checkBeforeOpen(Path file, int newest) {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder) && !Files.isWritable(folder)) {
            throw new DatabaseException.ReadOnly(file, new IOException("no permission to write " + folder));
        }
        if (!Files.exists(file)) {
            return;
        }
        if (!Files.isRegularFile(file)) {
            throw DatabaseException.notADatabase(file, new IOException("not a file"));
        }
        if (!Files.isWritable(file)) {
            throw new DatabaseException.ReadOnly(file, new IOException("no permission to write " + file));
        }
        var header = header(file);
        if (header.length > 0) {
            check(file, header, newest);
        }
    }

    /// Checks the header. A database without any schema yet is a library whose creation was interrupted. The header may
    /// be older than the write-ahead log beside it, so [Migrations] checks again.
    private static void check(Path file, byte[] header, int newest) {
        if (header.length < HEADER || !ByteBuffer.wrap(header, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
            throw DatabaseException.notADatabase(file, new IOException("no SQLite header"));
        }
        var numbers = ByteBuffer.wrap(header);
        if (numbers.getInt(APPLICATION_ID) != Migrations.APPLICATION && numbers.getInt(SCHEMA_COOKIE) != 0) {
            throw DatabaseException.foreign(file);
        }
        var version = numbers.getInt(USER_VERSION);
        if (version > newest) {
            throw new DatabaseException.TooNew(file, version, newest);
        }
    }

    /// Checks that the file can be written: a folder or disk that may not be written shows only when something is
    /// written. Where another program is writing at this moment, it can; nobody waits for that program to end.
    static void checkWritable(TrackedConnection connection, Path file) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 0");
            try {
                statement.execute("BEGIN IMMEDIATE");
                statement.execute("ROLLBACK");
            } catch (SQLException e) {
                if (!(DatabaseException.of(file, e) instanceof DatabaseException.Busy)) {
                    throw e;
                }
            } finally {
                statement.execute("PRAGMA busy_timeout = " + LibraryDataSource.BUSY_MILLISECONDS);
            }
        }
    }

    private static byte[] header(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEADER);
        } catch (IOException e) {
            throw new DatabaseException.ReadOnly(file, e);
        }
    }
}
