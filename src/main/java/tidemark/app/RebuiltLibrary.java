package tidemark.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.app.base.Environment;
import tidemark.app.base.FolderException;
import tidemark.app.base.LibraryFolder;
import tidemark.app.base.ProgramVersion;
import tidemark.app.base.Settings;
import tidemark.app.base.Traffic;
import tidemark.app.remotes.AddressFile;
import tidemark.app.remotes.ProbeCache;
import tidemark.app.remotes.RemoteSettings;
import tidemark.app.remotes.Remotes;
import tidemark.app.remotes.Secrets;
import tidemark.db.Backup;
import tidemark.db.Backups;
import tidemark.db.Database;
import tidemark.db.DatabaseException;
import tidemark.db.OwnerOnly;
import tidemark.db.SqliteFile;
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

/// The new library of a rebuild, in a file of its own: filled from the remote or a backup.
final class RebuiltLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(RebuiltLibrary.class);

    private static final Problem NOTHING = new Problem(
            "The library is damaged, it is not known which remote it had, and it has no sound backup.",
            "Nothing was rebuilt; the damaged file is where it was.",
            "Run `tidemark rebuild` with --folder, --webdav or --s3 where its remote is, or with --from and a backup"
                    + " that you have elsewhere.");

    private final LibraryFolder folder;
    private final Environment environment;
    private final Optional<RemoteSettings> wantedRemote;
    private final Optional<Path> wantedBackup;
    private final Secrets secrets;
    private final Path fresh;

    /// A new library in the file `fresh`, which does not exist.
    ///
    /// @param wantedRemote where the person says that its remote is, if not where it is noted
    /// @param wantedBackup the backup to rebuild from, if the person names one
    RebuiltLibrary(
            LibraryFolder folder,
            Environment environment,
            Optional<RemoteSettings> wantedRemote,
            Optional<Path> wantedBackup,
            Path fresh) {
        this.folder = folder;
        this.environment = environment;
        this.wantedRemote = wantedRemote;
        this.wantedBackup = wantedBackup;
        this.secrets = Secrets.of(folder, System.getenv());
        this.fresh = fresh;
    }

    /// The number of rows in it, by table.
    Map<String, Long> rows() {
        try (var database = open()) {
            return database.read(sql -> {
                var rows = new TreeMap<String, Long>();
                for (var table : LibrarySchema.CURRENT.tables()) {
                    rows.put(
                            table.name(),
                            sql.number("SELECT count(*) FROM \"%s\"".formatted(table.name()))
                                    .orElse(0));
                }
                return rows;
            });
        }
    }

    /// Fills the new library, and returns its source in words. A backup rejoins the log by itself: once the remote can
    /// be used again, the next sync pulls what the backup lacks.
    String fill(Salvage salvage) {
        if (wantedBackup.isPresent()) {
            return fromBackup(salvage).orElseThrow();
        }
        try {
            return fromRemote(salvage).or(() -> fromBackup(salvage)).orElseThrow(() -> new Corrupt(NOTHING));
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

    private Optional<String> fromRemote(Salvage salvage) {
        try (var database = open()) {
            settings(salvage).keepSettings(database);
            var remotes = remotes(database);
            address(remotes).ifPresent(remotes::adopt);
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

    private Remotes remotes(Database database) {
        var settings = new Settings(database);
        var probes = new ProbeCache(settings, environment, ProgramVersion.current());
        return new Remotes(settings, environment, secrets, new Traffic(settings, environment.wallClock()), probes);
    }

    /// The address of the remote, unless the settings that could be read have it: the person's, or that which is kept
    /// beside the database.
    private Optional<RemoteSettings> address(Remotes remotes) {
        return wantedRemote.or(() ->
                remotes.current().isPresent() ? Optional.empty() : new AddressFile(folder.remoteAddress()).read());
    }

    /// The salvage whose settings count: where none can be read, that of the newest backup.
    private Salvage settings(Salvage salvage) {
        return salvage.hasNoSettings()
                ? newestSound()
                        .map(backup -> Salvage.of(backup.file(), LibrarySchema.CURRENT))
                        .orElse(salvage)
                : salvage;
    }

    /// The file of the backup to rebuild from: the person's, or the newest sound one.
    private Optional<Path> backup() {
        if (wantedBackup.isEmpty()) {
            return newestSound().map(Backup::file);
        }
        var file = wantedBackup.get();
        if (!Files.exists(file) || !isLibrary(file)) {
            throw new Corrupt(noBackup(file));
        }
        return wantedBackup;
    }

    private static boolean isLibrary(Path file) {
        try {
            return Backup.finding(file).equals("ok")
                    && SqliteFile.read(file, sql -> sql.exists("SELECT 1 FROM sqlite_schema WHERE name = 'pending'"));
        } catch (DatabaseException e) {
            LOG.info("{} cannot be used", file, e);
            return false;
        }
    }

    private static Problem noBackup(Path file) {
        return new Problem(
                file + " is not there, or no sound copy of a library.",
                "Nothing was rebuilt; the damaged file is where it was.",
                "Name another backup with --from, or leave it out.");
    }

    private Optional<Backup> newestSound() {
        return Backups.all(Backups.folder(folder.database())).stream()
                .filter(backup -> !backup.reason().equals(Optional.of("remote")))
                .filter(Backup::isSound)
                .findFirst();
    }

    private Optional<String> fromBackup(Salvage salvage) {
        return backup().map(backup -> {
            try {
                RebuildFiles.delete(fresh, RebuildFiles.ENDINGS);
                OwnerOnly.copy(backup, fresh);
            } catch (IOException e) {
                throw FolderException.folder(folder.scratch(), e);
            }
            try (var database = open()) {
                salvage.keepSettings(database);
                var remotes = remotes(database);
                address(remotes).ifPresent(remotes::adopt);
                salvage.writeOver(database);
            }
            return backup.toString();
        });
    }

    private Database open() {
        return Database.open(fresh, Database.Settings.of(LibrarySchema.CURRENT, environment.clock()));
    }
}
