package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A watcher of a folder remote: reports at once when something is created below `changes`, so that nobody waits for
/// the next poll.
///
/// It is only a help: a change may be reported several times, or not at all when the system drops one, so polling goes
/// on.
public final class FolderWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatcher.class);
    private static final String WATCHED = "changes";
    /// Batches come in ascending order, one folder per thousand: only the last folders still grow.
    private static final int NEWEST_FOLDERS = 2;

    private final Path root;
    private final Path changes;
    private final Runnable onChange;
    private final WatchService service;

    private FolderWatcher(Path root, Runnable onChange, WatchService service) {
        this.root = root;
        this.changes = root.resolve(WATCHED);
        this.onChange = onChange;
        this.service = service;
    }

    /// Starts watching on a thread of `executor`, which is kept until [#close]; empty when the system or the folder
    /// does not support it, which is logged.
    ///
    /// @param onChange called on that thread, often several times for one change
    public static Optional<FolderWatcher> start(Path root, Runnable onChange, Executor executor) {
        if (FileSystemKind.of(root) != FileSystemKind.LOCAL) {
            LOG.info("{} is not watched, only polled: a network tells nothing of other computers", root);
            return Optional.empty();
        }
        try {
            return Optional.of(watching(root, onChange, executor));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.info("{} is not watched, only polled: {}", root, e.toString());
            return Optional.empty();
        }
    }

    @SuppressWarnings("resource") // the service is closed with the watcher
    private static FolderWatcher watching(Path root, Runnable onChange, Executor executor) throws IOException {
        var service = root.getFileSystem().newWatchService();
        var watcher = new FolderWatcher(root, onChange, service);
        try {
            watcher.watch(root);
            watcher.watchChanges();
        } catch (IOException e) {
            service.close();
            throw e;
        }
        executor.execute(watcher::run);
        return watcher;
    }

    /// Stops watching; the thread is freed soon after.
    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            LOG.debug("While the watch on {} was closed", root, e);
        }
    }

    private void run() {
        try {
            while (true) {
                handle(service.take());
            }
        } catch (ClosedWatchServiceException _) {
            LOG.debug("{} is no longer watched", root);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(WatchKey key) {
        var folder = (Path) key.watchable();
        var news = false;
        for (var event : key.pollEvents()) {
            news |= concerns(folder, event);
        }
        // Before the report: what is created from here on has an event of its own.
        key.reset();
        if (news) {
            notifyListener();
        }
    }

    /// Whether the event is to be reported. New folders are watched before that, so what is created in them meanwhile
    /// is found by whoever gets the report.
    private boolean concerns(Path folder, WatchEvent<?> event) {
        if (!(event.context() instanceof Path name)) {
            watchAgain();
            return true;
        }
        if (folder.equals(root)) {
            if (name.equals(changes.getFileName())) {
                watchAgain();
                return true;
            }
            return false;
        }
        var made = folder.resolve(name);
        if (Files.isDirectory(made, LinkOption.NOFOLLOW_LINKS)) {
            watchAgain();
        }
        return !name.toString().startsWith(".");
    }

    private void watchAgain() {
        try {
            watchChanges();
        } catch (IOException e) {
            LOG.info("{} is only polled from now on: {}", changes, e.toString());
        }
    }

    private void watchChanges() throws IOException {
        if (!Files.isDirectory(changes, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        watch(changes);
        for (var folder : newest(Existence.entries(changes))) {
            watch(folder);
        }
    }

    private static Iterable<Path> newest(List<Path> folders) {
        return folders.stream()
                .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                .sorted(Comparator.reverseOrder())
                .limit(NEWEST_FOLDERS)
                .toList();
    }

    private void watch(Path folder) throws IOException {
        folder.register(service, StandardWatchEventKinds.ENTRY_CREATE);
    }

    private void notifyListener() {
        try {
            onChange.run();
        } catch (RuntimeException e) {
            LOG.warn("A change in {} was seen, but acting on it failed", root, e);
        }
    }
}
