package tidemark.db;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A monitor of the database's size: it logs when the size passes the one at which a checkpoint is no longer sent with
/// each push.
///
/// Each message is logged once, and again only after the database has been smaller.
final class SizeMonitor {
    static final long NOTICE = 512 * 1024;
    static final long MIGRATION = 1024 * 1024;

    private enum Level {
        SMALL,
        NOTICED,
        WARNED
    }

    private static final Logger LOG = LoggerFactory.getLogger(SizeMonitor.class);

    private Level reported = Level.SMALL;

    void check(Sql sql) throws SQLException {
        var pages = sql.number("PRAGMA page_count").orElse(0);
        check(pages * sql.number("PRAGMA page_size").orElse(0));
    }

    void check(long bytes) {
        var level = bytes >= MIGRATION ? Level.WARNED : bytes >= NOTICE ? Level.NOTICED : Level.SMALL;
        if (level.compareTo(reported) > 0) {
            report(level, bytes);
        }
        reported = level;
    }

    private static void report(Level level, long bytes) {
        if (level == Level.NOTICED) {
            LOG.info("Database size notice: {}KB - approaching 1MB migration threshold", bytes / 1024);
        } else {
            LOG.warn(
                    "DATABASE MIGRATION RECOMMENDED: Database size ({}MB) exceeds 1MB. From now on a checkpoint is sent"
                            + " after many changes, no longer with each push.",
                    String.format(java.util.Locale.ROOT, "%.1f", bytes / (double) MIGRATION));
        }
    }
}
