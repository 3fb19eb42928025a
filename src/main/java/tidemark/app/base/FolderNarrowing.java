package tidemark.app.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Backups;
import tidemark.db.OwnerOnly;

/// The narrowing of a library's files to their owner: the files that Tidemark has in the folder, and the folder itself
/// unless something else lies in it, which others may have a right to.
public final class FolderNarrowing {
    private static final Logger LOG = LoggerFactory.getLogger(FolderNarrowing.class);
    private static final List<String> ENDINGS = List.of("", "-wal", "-shm", "-journal");

    private final LibraryFolder folder;
    private int narrowed;
    private int failed;

    private FolderNarrowing(LibraryFolder folder) {
        this.folder = folder;
    }

    /// Takes from other users of the computer what they may do with the library's files, which earlier versions left
    /// open to be read; logs one line if that was anything.
    public static void run(LibraryFolder folder) {
        new FolderNarrowing(folder).run();
    }

    private void run() {
        var own = ownEntries();
        if (isOwn(own)) {
            narrow(folder.path());
        }
        own.stream().filter(Files::exists).forEach(this::narrow);
        ownFolders().flatMap(inner -> entries(inner).stream()).forEach(this::narrow);
        if (narrowed > 0) {
            LOG.info(
                    "{} now belongs to its owner alone; of its files and folders others could read {}",
                    folder.path(),
                    narrowed);
        }
        if (failed > 0) {
            LOG.info("Who may read the files of {} could not be changed for {} of them", folder.path(), failed);
        }
    }

    private Stream<Path> ownFolders() {
        return Stream.of(
                folder.logs(), Backups.folder(folder.database()), folder.scratch(), folder.contents(), folder.opened());
    }

    private Set<Path> ownEntries() {
        var all = new TreeSet<Path>();
        ENDINGS.forEach(
                ending -> all.add(folder.path().resolve(folder.database().getFileName() + ending)));
        Stream.of(folder.keys(), folder.remoteAddress(), folder.syncLock(), folder.windowLock(), folder.windowRequest())
                .forEach(all::add);
        ownFolders().forEach(all::add);
        return all;
    }

    /// Whether nothing else lies in the folder. What is hidden does not count: file managers leave such files.
    private boolean isOwn(Set<Path> own) {
        return entries(folder.path()).stream()
                .allMatch(entry ->
                        own.contains(entry) || entry.getFileName().toString().startsWith("."));
    }

    private List<Path> entries(Path inner) {
        if (!Files.isDirectory(inner)) {
            return List.of();
        }
        try (var all = Files.list(inner)) {
            return all.filter(entry -> !Files.isSymbolicLink(entry)).toList();
        } catch (IOException e) {
            failed(inner, e);
            return List.of();
        }
    }

    private void narrow(Path path) {
        try {
            narrowed += OwnerOnly.narrow(path) ? 1 : 0;
        } catch (IOException e) {
            failed(path, e);
        }
    }

    private void failed(Path path, IOException e) {
        failed++;
        LOG.debug("{} could not be narrowed", path, e);
    }
}
