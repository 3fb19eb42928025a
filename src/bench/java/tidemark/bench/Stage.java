package tidemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import tidemark.db.Database;
import tidemark.library.search.Indexer;
import tidemark.remote.RemoteStore;
import tidemark.remote.folder.FolderStore;
import tidemark.schema.LibrarySchema;
import tidemark.sync.SyncEngine;
import tidemark.sync.format.Device;
import tidemark.sync.state.Progress;
import tidemark.sync.state.SyncContext;

/// The surroundings of a scenario: a library of one size that is in sync with a folder. Nobody writes to it; each
/// scenario takes copies.
public final class Stage {
    private static final AtomicInteger COPIES = new AtomicInteger();

    private final Path folder;
    private final int projects;

    private Stage(Path folder, int projects) {
        this.folder = folder;
        this.projects = projects;
    }

    /// The stage with so many projects below `folder`, made if it is not there.
    public static Stage of(Path folder, int projects) throws IOException {
        var stage = new Stage(folder.resolve("libraries").resolve(Integer.toString(projects)), projects);
        if (!Files.exists(stage.folder.resolve("ready"))) {
            stage.make();
        }
        return stage;
    }

    /// The stage that the parent process has made.
    static Stage here(int projects) throws IOException {
        return of(Path.of(System.getProperty("folder", "target/bench")), projects);
    }

    /// The number of projects in its library.
    public int projects() {
        return projects;
    }

    private void make() throws IOException {
        delete(folder);
        Files.createDirectories(folder);
        var clock = Clock.systemUTC();
        var random = new Random(projects);
        FolderStore.setUp(folder.resolve("remote"), random);
        try (var database = open(folder.resolve("database.sqlite"));
                var store = FolderStore.open(folder.resolve("remote"), clock, random)) {
            var begun = System.nanoTime();
            new Fill(database, projects).run();
            new Indexer(database).run();
            var filled = System.nanoTime();
            var context = new SyncContext(
                    database, store, new Device("desk", "Desk"), clock, random, folder.resolve("scratch"));
            new SyncEngine(context).sync(Progress.NONE);
            System.err.printf(
                    "  made a library of %,d projects in %,d ms, and synced it in %,d ms%n",
                    projects, (filled - begun) / 1_000_000, (System.nanoTime() - filled) / 1_000_000);
        }
        Files.createFile(folder.resolve("ready"));
    }

    /// Opens a database as the program does.
    public static Database open(Path file) {
        return Database.open(file, Database.Settings.of(LibrarySchema.CURRENT, Clock.systemUTC()));
    }

    /// An empty folder for one scenario.
    public Path scratch() throws IOException {
        var scratch = folder.resolve("play-" + ProcessHandle.current().pid() + "-" + COPIES.incrementAndGet());
        delete(scratch);
        return Files.createDirectories(scratch);
    }

    /// A copy of the library's file.
    public Path copyLibrary(Path to) throws IOException {
        return Files.copy(folder.resolve("database.sqlite"), to, StandardCopyOption.REPLACE_EXISTING);
    }

    /// A copy of the folder that it is in sync with.
    public Path copyRemote(Path to) throws IOException {
        var remote = folder.resolve("remote");
        try (var files = Files.walk(remote)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(remote.relativize(file).toString()));
            }
        }
        return to;
    }

    /// Opens a copy of the folder as a store.
    public static RemoteStore store(Path remote) {
        return FolderStore.open(remote, Clock.systemUTC(), new Random(1));
    }

    /// Removes the folder with all that is in it.
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
