package tidemark.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.app.base.CheckRecord;
import tidemark.app.base.Environment;
import tidemark.app.base.FolderException;
import tidemark.app.base.LibraryFolder;
import tidemark.app.base.ProcessLock;
import tidemark.app.remotes.RemoteSettings;
import tidemark.db.Backup;
import tidemark.db.Backups;
import tidemark.db.Database;
import tidemark.db.DatabaseException;
import tidemark.db.OwnerOnly;
import tidemark.problem.Count;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Denied;
import tidemark.schema.LibrarySchema;
import tidemark.sync.Salvage;

/// The rebuild of a damaged library: from its remote, or where that cannot be used from its newest sound backup, and
/// with the rows that were not sent yet as far as they can still be read. The damaged file is kept among the backups;
/// it is replaced only at the very end.
public final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private static final Problem IN_USE = new Problem(
            "Another Tidemark process is syncing this library.", "Nothing was rebuilt.", "End that process first.");

    /// The wishes of a person for a rebuild.
    ///
    /// @param remote where the library's remote is; empty: as it is noted here
    /// @param backup the backup to rebuild from in place of the remote
    /// @param isRehearsal whether it is only to be said what would be done
    public record Wanted(Optional<RemoteSettings> remote, Optional<Path> backup, boolean isRehearsal) {
        /// A rebuild from what is noted here.
        public static final Wanted DEFAULT = new Wanted(Optional.empty(), Optional.empty(), false);
    }

    /// The result of a rebuild.
    ///
    /// @param damaged where the damaged file is kept; empty where there was none, and after a rehearsal
    /// @param from the source of the new library, in words
    /// @param rescued the number of rows that were not sent yet and could be read
    /// @param rows the number of rows in the new library, by table
    public record Report(Optional<Path> damaged, String from, int rescued, Map<String, Long> rows) {
        public Report {
            rows = Map.copyOf(rows);
        }

        /// The words for the person who opens the library next.
        public Problem asProblem() {
            return new Problem(
                    "This library was damaged and was rebuilt from " + from + ".",
                    "Taken over from the damaged file: " + Count.of(rescued, "record") + " not sent yet.",
                    "Look whether the newest changes are there"
                            + damaged.map(file -> "; the damaged file is kept as " + file + ".")
                                    .orElse("."));
        }
    }

    private final LibraryFolder folder;
    private final Environment environment;
    private final Wanted wanted;
    private final Path fresh;
    private final Path damaged;

    private Rebuild(LibraryFolder folder, Environment environment, Wanted wanted) {
        this.folder = folder;
        this.environment = environment;
        this.wanted = wanted;
        this.fresh = folder.scratch().resolve("rebuilt.sqlite");
        this.damaged = folder.scratch().resolve("damaged.sqlite");
    }

    /// Rebuilds the library in this folder, which nobody has open. A sound library stays as it is.
    ///
    /// @return empty when the library is sound
    /// @throws tidemark.problem.TidemarkException when it cannot be; the damaged file is then where it was
    public static Optional<Report> run(LibraryFolder folder, Environment environment, Wanted wanted) {
        var lock = ProcessLock.take(folder.syncLock()).orElseThrow(() -> new Denied(IN_USE));
        try (lock) {
            var rebuild = new Rebuild(folder, environment, wanted);
            return rebuild.isSound() ? Optional.empty() : Optional.of(rebuild.run());
        } catch (IOException e) {
            throw FolderException.folder(folder.path(), e);
        }
    }

    /// Whether SQLite finds nothing wrong, and the library can be opened. A damaged file is not opened for that: it
    /// would be changed.
    private boolean isSound() throws IOException {
        var file = folder.database();
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try {
            if (!Backup.finding(file).equals("ok")) {
                return false;
            }
            Database.open(file, settings()).close();
            return true;
        } catch (DatabaseException.Damaged e) {
            LOG.info("{} is damaged", file, e);
            return false;
        }
    }

    private Report run() throws IOException {
        OwnerOnly.folder(folder.scratch());
        RebuildFiles.delete(fresh, RebuildFiles.ENDINGS);
        RebuildFiles.delete(damaged, RebuildFiles.ENDINGS);
        try {
            copyParts(damaged);
            var salvage = Salvage.of(damaged, LibrarySchema.CURRENT);
            var rebuilt = new RebuiltLibrary(folder, environment, wanted.remote(), wanted.backup(), fresh);
            var from = rebuilt.fill(salvage);
            var rows = rebuilt.rows();
            var kept = wanted.isRehearsal() ? Optional.<Path>empty() : Optional.of(replace(from));
            return new Report(kept.filter(Files::exists), from, salvage.count(), rows);
        } finally {
            RebuildFiles.delete(fresh, RebuildFiles.ENDINGS);
            RebuildFiles.delete(damaged, RebuildFiles.ENDINGS);
        }
    }

    /// Puts the new library in the place of the damaged one, and returns where that is kept.
    private Path replace(String from) throws IOException {
        var backups = OwnerOnly.folder(Backups.folder(folder.database()));
        var kept = backups.resolve("damaged-" + environment.clock().instant().getEpochSecond() + ".sqlite");
        copyParts(kept);
        RebuildFiles.delete(folder.database(), List.of("-wal", "-shm"));
        Files.move(fresh, folder.database(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        new CheckRecord(folder).forget();
        LOG.warn("The damaged library is {}; it was rebuilt from {}", kept, from);
        return kept;
    }

    /// Copies the damaged file, and what SQLite keeps beside it, as they are. An empty one is nothing to keep.
    private void copyParts(Path to) throws IOException {
        for (var ending : RebuildFiles.ENDINGS.subList(0, 2)) {
            var part = RebuildFiles.beside(folder.database(), ending);
            if (Files.exists(part) && Files.size(part) > 0) {
                OwnerOnly.copy(part, RebuildFiles.beside(to, ending));
            }
        }
    }

    private Database.Settings settings() {
        return Database.Settings.of(LibrarySchema.CURRENT, environment.clock());
    }
}
