package tidemark.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The backups of a library, in the folder `backups` beside its file.
///
/// A backup has its final name only when it is complete and SQLite found it sound; a failure before that leaves the
/// library and the other backups unchanged.
public final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    /// The longest time for which a backup that is being written may be unmodified.
    private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

    private final Database database;
    private final Path folder;

    /// The backups of this library.
    public Backups(Database database) {
        this.database = database;
        this.folder = folder(database.file());
    }

    /// The backups folder of a library.
    public static Path folder(Path library) {
        return library.resolveSibling("backups");
    }

    /// Makes the backup of a day, and removes those that [Retention] does not keep.
    ///
    /// @throws BackupException when that fails
    public Backup makeDaily(Instant now) {
        return makeAndPrune(now, "");
    }

    /// Makes a backup that a person asked for: it stays beside the others of its day.
    ///
    /// @throws BackupException when that fails
    public Backup makeRequested(Instant now) {
        return makeAndPrune(now, Backup.REQUESTED);
    }

    private Backup makeAndPrune(Instant now, String reason) {
        var made = make(now, reason);
        Retention.superfluous(all()).stream().map(Backup::file).forEach(Backups::remove);
        return made;
    }

    /// Removes the unfinished files of backups that were killed. A file that another process is writing now is younger
    /// than an hour; one from the future is as dead as one from the past.
    public void removeUnfinished(Instant now) {
        files(folder).stream()
                .filter(Backup::isUnfinished)
                .filter(file -> isAbandoned(file, now))
                .forEach(Backups::remove);
    }

    private static boolean isAbandoned(Path file, Instant now) {
        try {
            var age = Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
            return age.abs().compareTo(ABANDONED_AFTER) > 0;
        } catch (IOException e) {
            LOG.debug("{} went by itself", file, e);
            return false;
        }
    }

    /// Makes a backup before something is replaced.
    ///
    /// @param reason in lower-case words joined by hyphens
    /// @throws BackupException when that fails: then nothing may be replaced
    public Backup makeBefore(String reason, Instant now) {
        return make(now, "before-" + reason);
    }

    /// Copies a file that is a complete library, or a checkpoint of one, into the backups.
    ///
    /// @param reason in lower-case words joined by hyphens
    /// @throws BackupException when that fails
    public Backup adopt(Path file, String reason, Instant now) {
        return store(now, reason, unfinished -> OwnerOnly.copy(file, unfinished));
    }

    private Backup make(Instant now, String reason) {
        return store(now, reason, database::copyInto);
    }

    /// Writes a copy.
    @FunctionalInterface
    private interface CopyWriter {
        void to(Path unfinished) throws SQLException, IOException;
    }

    private Backup store(Instant now, String reason, CopyWriter writer) {
        try {
            OwnerOnly.folder(folder);
            var file = unusedFile(Backup.name(now, reason));
            var unfinished = file.resolveSibling(file.getFileName() + Backup.UNFINISHED);
            try {
                Files.deleteIfExists(unfinished);
                writer.to(unfinished);
                check(unfinished);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            LOG.info("Backup {} made", file);
            return Backup.of(file).orElseThrow();
        } catch (IOException e) {
            throw BackupException.of(folder, e);
        } catch (SQLException e) {
            throw BackupException.of(database.file(), folder, e);
        }
    }

    private Path unusedFile(String name) {
        var file = folder.resolve(name + Backup.ENDING);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "." + i + Backup.ENDING);
        }
        return file;
    }

    private void check(Path copy) {
        var finding = Backup.finding(copy);
        if (!finding.equals("ok")) {
            throw BackupException.unsound(folder, finding);
        }
    }

    /// Whether there is no regular backup of today yet.
    public boolean isDue(Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return all().stream()
                .filter(Backup::isRegular)
                .noneMatch(backup ->
                        backup.at().atOffset(ZoneOffset.UTC).toLocalDate().equals(today));
    }

    /// All backups, the newest first.
    public List<Backup> all() {
        return all(folder);
    }

    /// All backups in this folder, the newest first.
    public static List<Backup> all(Path folder) {
        return files(folder).stream()
                .map(Backup::of)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Backup::at)
                        .thenComparing(Backup::file)
                        .reversed())
                .toList();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw BackupException.of(folder, e);
        } catch (UncheckedIOException e) {
            throw BackupException.of(folder, new IOException(e));
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.info("{} could not be deleted", file, e);
        }
    }
}
