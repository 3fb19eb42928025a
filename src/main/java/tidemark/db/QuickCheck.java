package tidemark.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// SQLite's quick check of a library's file within a limit of time: all of a small file, of a large one as many tables
/// as the time allows, others on another day. It reads from a snapshot, on a connection of its own, and holds no lock
/// that a writer waits for.
public final class QuickCheck {
    /// A file of this size is checked whole: a slow disk reads it within the limit.
    private static final long SMALL = 64L << 20;

    private static final int STEPS_BETWEEN_LOOKS = 1_000;

    /// The outcome of a quick check.
    ///
    /// @param findings in SQLite's words; none where what was read is sound
    /// @param isWhole whether the whole file was read
    public record Result(List<String> findings, boolean isWhole) {
        public Result {
            findings = List.copyOf(findings);
        }
    }

    private final Path file;
    private final InstantSource clock;
    private final Instant end;
    private final List<String> findings = new ArrayList<>();

    private QuickCheck(Path file, Duration limit, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.end = clock.instant().plus(limit);
    }

    /// Checks the file for at most about this time.
    ///
    /// @throws DatabaseException when it cannot be read for another reason than damage
    public static Result run(Path file, Duration limit, InstantSource clock) {
        return new QuickCheck(file, limit, clock).run();
    }

    private Result run() {
        var isWhole = true;
        try (var connection = new LibraryDataSource(file).reader()) {
            ProgressHandler.setHandler(connection, STEPS_BETWEEN_LOOKS, new ProgressHandler() {
                @Override
                protected int progress() {
                    return clock.instant().isAfter(end) ? 1 : 0;
                }
            });
            for (var check : checks(connection)) {
                isWhole &= isDone(connection, check);
            }
        } catch (SQLException e) {
            findings.add(damage(DatabaseException.of(file, e)));
        } catch (IOException e) {
            throw DatabaseException.notADatabase(file, e);
        }
        return new Result(findings, isWhole);
    }

    /// The pragmas to run: one for the whole file, or one for each table, of which another is the first each day.
    private List<String> checks(Connection connection) throws SQLException, IOException {
        if (Files.size(file) <= SMALL) {
            return List.of("PRAGMA quick_check");
        }
        var checks = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table'")) {
            while (rows.next()) {
                checks.add(
                        "PRAGMA quick_check(\"%s\")".formatted(rows.getString(1).replace("\"", "\"\"")));
            }
        }
        var today = clock.instant().toEpochMilli() / Duration.ofDays(1).toMillis();
        Collections.rotate(checks, (int) (today % Math.max(1, checks.size())));
        return checks;
    }

    /// Runs one pragma, and returns whether it came to its end before time was up.
    private boolean isDone(Connection connection, String check) throws SQLException {
        if (clock.instant().isAfter(end)) {
            return false;
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(check)) {
            while (rows.next()) {
                if (!rows.getString(1).equals("ok")) {
                    findings.add(rows.getString(1));
                }
            }
            return true;
        } catch (SQLiteException e) {
            if (e.getResultCode() == SQLiteErrorCode.SQLITE_INTERRUPT) {
                return false;
            }
            throw e;
        }
    }

    private static String damage(DatabaseException failure) {
        if (failure instanceof DatabaseException.Damaged damaged) {
            return damaged.problem().cause();
        }
        throw failure;
    }
}
