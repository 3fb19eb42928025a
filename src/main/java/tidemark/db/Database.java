package tidemark.db;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tidemark.schema.Schema;

/// A library's database, with one writer at a time and readers that never wait for the writer.
///
/// Work is handed in as a callback and runs in one transaction. Never call it from the thread that draws the window:
/// [Settings#guard] is there to find that out.
public final class Database implements AutoCloseable {
    /// The parts that a database needs from outside.
    ///
    /// @param clock gives the time of an edit, which is shown to people
    /// @param guard runs before each use and throws when the calling thread must not wait
    public record Settings(Schema schema, Migrations migrations, InstantSource clock, Runnable guard) {
        /// Settings with the program's own migrations and no guard.
        public static Settings of(Schema schema, InstantSource clock) {
            return new Settings(schema, Migrations.CURRENT, clock, () -> {});
        }
    }

    private final Path file;
    private final Settings settings;
    private final LibraryDataSource source;
    private final TrackedConnection writer;
    private final Sql writerSql;
    private final ReaderPool readers;
    private final EditRecorder recorder;
    private final Transactions transactions;
    private final ReentrantLock lock = new ReentrantLock(true);

    // Guarded by lock.
    private long dataVersion;

    private Database(
            Path file,
            Settings settings,
            LibraryDataSource source,
            TrackedConnection writer,
            AtomicReference<Origin> origin) {
        this.file = file;
        this.settings = settings;
        this.source = source;
        this.writer = writer;
        this.writerSql = new Sql(writer);
        this.readers = new ReaderPool(source);
        this.recorder = new EditRecorder(settings.schema());
        this.transactions = new Transactions(settings.clock(), writer, writerSql, origin, recorder);
        changedElsewhere();
    }

    /// Opens the file, or creates it, and migrates it to the present format.
    ///
    /// @throws DatabaseException when it is no library, damaged, too new, not writable, or the disk is full; the
    ///     file is then left as it was
    public static Database open(Path file, Settings settings) {
        FileCheck.checkBeforeOpen(file, settings.migrations().newest());
        SqliteFile.createPrivate(file);
        var source = new LibraryDataSource(file);
        try {
            var origin = new AtomicReference<>(Origin.EDIT);
            var writer = source.getConnection(origin::get);
            try {
                settings.migrations().migrate(writer, file, settings.schema());
                FileCheck.checkWritable(writer, file);
                return new Database(file, settings, source, writer, origin);
            } catch (SQLException | RuntimeException e) {
                writer.close();
                throw e;
            }
        } catch (SQLException e) {
            throw DatabaseException.of(file, e);
        }
    }

    /// The schema of the synced tables.
    public Schema schema() {
        return settings.schema();
    }

    /// The path of the file.
    public Path file() {
        return file;
    }

    /// Calls `listener` with the origin of each transaction here that changed rows, once, on the thread that made it.
    public void onCommit(Consumer<Origin> listener) {
        source.onCommit(listener);
    }

    /// Runs `work` on a snapshot that no writer changes meanwhile.
    ///
    /// @throws DatabaseException when SQLite fails
    public <T> T read(Work<T> work) {
        settings.guard().run();
        try {
            return readers.read(work);
        } catch (SQLException e) {
            throw DatabaseException.of(file, e);
        }
    }

    /// Runs `work` as one transaction, alone: all of it is kept, or nothing. It counts as an edit.
    public <T> T write(Work<T> work) {
        return write(Origin.EDIT, work);
    }

    /// Runs `work` as one transaction of this origin.
    public <T> T write(Origin from, Work<T> work) {
        settings.guard().run();
        lock.lock();
        try {
            return transaction(from, work);
        } catch (SQLException e) {
            throw DatabaseException.of(file, e);
        } finally {
            lock.unlock();
        }
    }

    /// Runs `work` as one transaction of this origin, or not at all while another process is writing: then empty, at
    /// once.
    public <T> Optional<T> writeUnlessBusy(Origin from, Work<T> work) {
        settings.guard().run();
        lock.lock();
        try {
            writerSql.run("PRAGMA busy_timeout = 0");
            try {
                return Optional.of(transaction(from, work));
            } finally {
                writerSql.run("PRAGMA busy_timeout = " + LibraryDataSource.BUSY_MILLISECONDS);
            }
        } catch (SQLException e) {
            var failure = DatabaseException.of(file, e);
            if (failure instanceof DatabaseException.Busy) {
                return Optional.empty();
            }
            throw failure;
        } finally {
            lock.unlock();
        }
    }

    /// Runs `task`, which has no result, as [#write(Work)] does.
    public void change(Task task) {
        change(Origin.EDIT, task);
    }

    /// Runs `task`, which has no result, as one transaction of this origin.
    public void change(Origin from, Task task) {
        write(from, sql -> {
            task.run(sql);
            return true;
        });
    }

    /// Runs `work` on this thread, and passes to `changes` the rows of each edit that it commits here, once it is
    /// durable.
    public <T> T recording(Consumer<List<RowChange>> changes, Supplier<T> work) {
        return recorder.during(changes, work);
    }

    /// Whether another process has changed the library since the last call; false while a write runs here.
    public boolean changedElsewhere() {
        if (!lock.tryLock()) {
            return false;
        }
        try {
            var now = writerSql.number("PRAGMA data_version").orElse(dataVersion);
            var changed = now != dataVersion;
            dataVersion = now;
            return changed;
        } catch (SQLException e) {
            throw DatabaseException.of(file, e);
        } finally {
            lock.unlock();
        }
    }

    /// Copies the library as it is now into a new SQLite file; writers go on meanwhile.
    public void copyTo(Path copy) {
        try {
            copyInto(copy);
        } catch (SQLException e) {
            throw DatabaseException.of(file, e);
        }
    }

    void copyInto(Path copy) throws SQLException {
        settings.guard().run();
        try (var connection = source.getConnection()) {
            SqliteFile.copy(connection, copy);
        }
    }

    /// Opens another file with the settings of this one.
    public Database openOther(Path other) {
        return open(other, settings);
    }

    /// The findings of SQLite's quick check, empty when the file is sound; takes seconds for a large library.
    public List<String> quickCheck() {
        try {
            return read(sql -> sql.list("PRAGMA quick_check", row -> row.getString(1))).stream()
                    .filter(finding -> !finding.equals("ok"))
                    .toList();
        } catch (DatabaseException.Damaged e) {
            return List.of(e.problem().cause());
        }
    }

    /// The findings of SQLite's full check of the file, its indexes and its search index, and the rows that refer to
    /// rows that do not exist. Reads everything.
    public List<String> fullCheck() {
        try {
            return read(sql -> Stream.concat(
                            sql.list("PRAGMA integrity_check", row -> row.getString(1)).stream()
                                    .filter(finding -> !finding.equals("ok")),
                            sql.list("PRAGMA foreign_key_check", Database::orphan).stream())
                    .toList());
        } catch (DatabaseException.Damaged e) {
            return List.of(e.problem().cause());
        }
    }

    private static String orphan(ResultSet row) throws SQLException {
        return "Row %d of %s names a %s that is not there."
                .formatted(row.getLong(2), row.getString(1), row.getString(3));
    }

    /// A source of plain JDBC connections; their commits are captured and reported like all others.
    public LibraryDataSource dataSource() {
        return source;
    }

    private <T> T transaction(Origin from, Work<T> work) throws SQLException {
        if (lock.getHoldCount() > 1) {
            throw new IllegalStateException("a transaction inside a transaction");
        }
        return transactions.run(from, work);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            readers.close();
            writerSql.close();
            writer.close();
        } catch (SQLException e) {
            throw DatabaseException.of(file, e);
        } finally {
            lock.unlock();
        }
    }
}
