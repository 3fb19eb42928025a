package tidemark.db;

import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import tidemark.problem.Problem;

/// SQLite's native library, which the driver unpacks before it loads it: into the folder for temporary
/// files, or, where nothing may be run from there (a `/tmp` that is mounted `noexec`) or written, into the
/// user's cache.
final class NativeSqlite {
    private static final Logger LOG = LoggerFactory.getLogger(NativeSqlite.class);
    private static final String FOLDER_PROPERTY = "org.sqlite.tmpdir";

    private NativeSqlite() {}

    /// Loads the library, unless it is loaded.
    ///
    /// @throws DatabaseException when no folder can be used
    static synchronized void load() {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception | LinkageError e) {
            LOG.info("SQLite's native library is not loaded from the folder for temporary files: {}", e.toString());
            loadFrom(Path.of(System.getProperty("user.home", "."), ".cache", "tidemark"));
        }
    }

    private static void loadFrom(Path cache) {
        try {
            Files.createDirectories(cache);
            System.setProperty(FOLDER_PROPERTY, cache.toString());
            SQLiteJDBCLoader.initialize();
        } catch (Exception | LinkageError e) {
            throw new DatabaseException.NotLoaded(refused(cache), e);
        }
    }

    private static Problem refused(Path cache) {
        return new Problem(
                "SQLite could be loaded neither from " + System.getProperty("java.io.tmpdir") + " nor from " + cache
                        + ": programs may not be run from there, or nothing can be written there.",
                "No library was opened, and nothing was changed.",
                "Name a folder from which programs may be run: set JAVA_TOOL_OPTIONS to -D" + FOLDER_PROPERTY
                        + "=FOLDER.");
    }
}
