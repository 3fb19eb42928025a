package tidemark.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The copies of a library in the folder `backups` beside its file.
///
/// One is there under its name only when it is whole and SQLite found it sound; whatever fails before leaves the
/// library and the other copies as they were.
public final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    private final Database database;
    private final Path folder;

    /// The backups of this library.
    public Backups(Database database) {
        this.database = database;
        this.folder = folder(database.file());
    }

    /// Where the backups of a library lie.
    public static Path folder(Path library) {
        return library.resolveSibling("backups");
    }

    /// Makes one of the regular backups, and removes those that are no longer worth their room.
    ///
    /// @throws BackupException when that fails
    public Backup regular(Instant now) {
        var made = make(now, "");
        Retention.superfluous(all()).forEach(this::remove);
        return made;
    }

    /// Makes a backup before something is replaced.
    ///
    /// @param reason in lower-case words joined by hyphens
    /// @throws BackupException when that fails: then nothing may be replaced
    public Backup before(String reason, Instant now) {
        return make(now, "before-" + reason);
    }

    /// Keeps a file that is a whole library, or a checkpoint of one, among the backups.
    ///
    /// @param reason in lower-case words joined by hyphens
    public Backup adopt(Path file, String reason, Instant now) {
        return kept(now, reason, unfinished -> Files.copy(file, unfinished, StandardCopyOption.REPLACE_EXISTING));
    }

    private Backup make(Instant now, String reason) {
        return kept(now, reason, database::copyInto);
    }

    /// Writes a copy.
    @FunctionalInterface
    private interface Writing {
        void to(Path unfinished) throws SQLException, IOException;
    }

    private Backup kept(Instant now, String reason, Writing writing) {
        try {
            Files.createDirectories(folder);
            var file = free(Backup.name(now, reason));
            var unfinished = file.resolveSibling(file.getFileName() + ".part");
            try {
                Files.deleteIfExists(unfinished);
                writing.to(unfinished);
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

    private Path free(String name) {
        var file = folder.resolve(name + Backup.ENDING);
        for (int i = 2; Files.exists(file); i++) {
            file = folder.resolve(name + "." + i + Backup.ENDING);
        }
        return file;
    }

    private void check(Path copy) throws SQLException {
        var finding =
                SqliteFile.read(copy, sql -> sql.text("PRAGMA integrity_check").orElse("nothing"));
        if (!finding.equals("ok")) {
            throw BackupException.unsound(folder, finding);
        }
    }

    /// Whether today has no regular backup yet.
    public boolean isDue(Instant now) {
        var today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        return all().stream()
                .filter(Backup::isRegular)
                .noneMatch(backup ->
                        backup.at().atOffset(ZoneOffset.UTC).toLocalDate().equals(today));
    }

    /// All of them, the newest first.
    public List<Backup> all() {
        return all(folder);
    }

    /// All in this folder, the newest first.
    public static List<Backup> all(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(Backup::of)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Backup::at)
                            .thenComparing(Backup::file)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw BackupException.of(folder, e);
        }
    }

    private void remove(Backup backup) {
        try {
            Files.deleteIfExists(backup.file());
        } catch (IOException e) {
            LOG.info("{} could not be deleted", backup.file(), e);
        }
    }
}
