package tidemark.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.app.base.CheckRecord;
import tidemark.app.base.Environment;
import tidemark.app.base.FolderException;
import tidemark.app.base.LibraryFolder;
import tidemark.app.base.ProcessLock;
import tidemark.app.base.ProgramVersion;
import tidemark.app.base.Settings;
import tidemark.app.base.Traffic;
import tidemark.app.remotes.ProbeCache;
import tidemark.app.remotes.Remotes;
import tidemark.app.remotes.Secrets;
import tidemark.db.Backup;
import tidemark.db.Backups;
import tidemark.db.Database;
import tidemark.db.OwnerOnly;
import tidemark.problem.Count;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.schema.LibrarySchema;
import tidemark.sync.LibraryRebuild;
import tidemark.sync.Salvage;
import tidemark.sync.format.Device;
import tidemark.sync.state.SyncContext;

/// The rebuild of a damaged library: from its remote, or where that cannot be used from its newest sound backup, and
/// with the rows that were not sent yet as far as they can still be read. The damaged file is kept among the backups;
/// it is replaced only at the very end.
public final class Rebuild {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
    private static final List<String> ENDINGS = List.of("", "-wal", "-shm");

    private static final Problem IN_USE = new Problem(
            "Another Tidemark process is syncing this library.", "Nothing was rebuilt.", "End that process first.");

    private static final Problem NOTHING = new Problem(
            "The damaged library names no remote, and has no sound backup.",
            "Nothing was rebuilt; the damaged file is where it was.",
            "Name a folder with a backup, or make a new library with `tidemark init` in another folder.");

    /// The result of a rebuild.
    ///
    /// @param damaged where the damaged file is kept
    /// @param from the source of the new library, in words
    /// @param rescued the number of rows that were not sent yet and could be read
    public record Report(Path damaged, String from, int rescued) {
        /// The words for the person who opens the library next.
        public Problem asProblem() {
            return new Problem(
                    "This library was damaged and was rebuilt from " + from + ".",
                    "Taken over from the damaged file: " + Count.of(rescued, "record") + " not sent yet.",
                    "Look whether the newest changes are there; the damaged file is kept as " + damaged + ".");
        }
    }

    private final LibraryFolder folder;
    private final Environment environment;
    private final Secrets secrets;
    private final Path fresh;

    private Rebuild(LibraryFolder folder, Environment environment) {
        this.folder = folder;
        this.environment = environment;
        this.secrets = Secrets.of(folder, System.getenv());
        this.fresh = folder.scratch().resolve("rebuilt.sqlite");
    }

    /// Rebuilds the library in this folder, which nobody has open.
    ///
    /// @throws tidemark.problem.TidemarkException when it cannot be; the damaged file is then where it was
    public static Report run(LibraryFolder folder, Environment environment) {
        var lock = ProcessLock.take(folder.syncLock()).orElseThrow(() -> new Denied(IN_USE));
        try (lock) {
            return new Rebuild(folder, environment).run();
        } catch (IOException e) {
            throw FolderException.folder(folder.path(), e);
        }
    }

    private Report run() throws IOException {
        var kept = keepDamaged();
        var salvage = Salvage.of(kept, LibrarySchema.CURRENT);
        OwnerOnly.folder(folder.scratch());
        delete(fresh, ENDINGS);
        var from = from(salvage);
        delete(folder.database(), List.of("-wal", "-shm"));
        Files.move(fresh, folder.database(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        new CheckRecord(folder).forget();
        LOG.warn("The damaged library is {}; it was rebuilt from {}", kept, from);
        return new Report(kept, from, salvage.count());
    }

    /// Fills the new library, and returns its source in words. A backup rejoins the log by itself: once the remote can
    /// be used again, the next sync pulls what the backup lacks.
    private String from(Salvage salvage) {
        try {
            return fromRemote(salvage).or(() -> fromBackup(salvage)).orElseThrow(() -> new Denied(NOTHING));
        } catch (Unavailable e) {
            return fromBackup(salvage).map(backup -> instead(backup, e)).orElseThrow(() -> unavailable(e));
        } catch (Denied | Corrupt e) {
            return fromBackup(salvage).map(backup -> instead(backup, e)).orElseThrow(() -> e);
        }
    }

    private static String instead(String backup, RemoteException why) {
        LOG.warn("The remote cannot be used; a backup is", why);
        return backup + ", because the remote cannot be used now: "
                + why.problem().cause();
    }

    private static Unavailable unavailable(Unavailable e) {
        return new Unavailable(
                new Problem(
                        e.problem().cause(),
                        "Nothing was rebuilt, because there is no sound backup either; "
                                + "the damaged file is where it was.",
                        "Connect to the remote, and rebuild then: it holds all that was sent."),
                e);
    }

    private Path keepDamaged() throws IOException {
        var backups = OwnerOnly.folder(Backups.folder(folder.database()));
        var name = "damaged-" + environment.clock().instant().getEpochSecond() + ".sqlite";
        for (var ending : ENDINGS.subList(0, 2)) {
            var part = folder.database().resolveSibling(folder.database().getFileName() + ending);
            if (Files.exists(part)) {
                OwnerOnly.copy(part, backups.resolve(name + ending));
            }
        }
        return backups.resolve(name);
    }

    private Optional<String> fromRemote(Salvage salvage) {
        try (var database = open()) {
            settings(salvage).keepSettings(database);
            var settings = new Settings(database);
            var traffic = new Traffic(settings, environment.wallClock());
            var remotes = new Remotes(
                    settings,
                    environment,
                    secrets,
                    traffic,
                    new ProbeCache(settings, environment, ProgramVersion.current()));
            var store = remotes.open();
            if (store.isEmpty()) {
                return Optional.empty();
            }
            try (var opened = store.get()) {
                var context = new SyncContext(
                        database,
                        opened,
                        new Device("rebuilding", "this device"),
                        environment.clock(),
                        environment.random(),
                        folder.scratch());
                LibraryRebuild.fromRemote(context, salvage);
                return Optional.of("the " + opened.describe());
            }
        }
    }

    /// The salvage whose settings count: where none can be read, that of the newest backup.
    private Salvage settings(Salvage salvage) {
        return salvage.hasNoSettings()
                ? newestSound()
                        .map(backup -> Salvage.of(backup.file(), LibrarySchema.CURRENT))
                        .orElse(salvage)
                : salvage;
    }

    private Optional<Backup> newestSound() {
        return Backups.all(Backups.folder(folder.database())).stream()
                .filter(backup -> !backup.reason().equals(Optional.of("remote")))
                .filter(Backup::isSound)
                .findFirst();
    }

    private Optional<String> fromBackup(Salvage salvage) {
        return newestSound().map(backup -> {
            try {
                delete(fresh, ENDINGS);
                OwnerOnly.copy(backup.file(), fresh);
            } catch (IOException e) {
                throw FolderException.folder(folder.scratch(), e);
            }
            try (var database = open()) {
                salvage.keepSettings(database);
                salvage.writeOver(database);
            }
            return backup.file().toString();
        });
    }

    private Database open() {
        return Database.open(fresh, Database.Settings.of(LibrarySchema.CURRENT, environment.clock()));
    }

    private static void delete(Path file, List<String> endings) throws IOException {
        for (var ending : endings) {
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
        }
    }
}
