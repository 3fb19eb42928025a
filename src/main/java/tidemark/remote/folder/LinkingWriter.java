package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import tidemark.remote.Body;
import tidemark.remote.RemoteStore.Creation;

/// A writer that creates objects by hard link: the file is complete before it gets its name, and a link never replaces
/// a file.
final class LinkingWriter implements ObjectWriter {
    private final Staging staging;
    private final Disk disk;

    LinkingWriter(Staging staging, Disk disk) {
        this.staging = staging;
        this.disk = disk;
    }

    @Override
    public Creation create(Path target, Body body) throws IOException {
        if (Existence.exists(target)) {
            return taken(target);
        }
        var file = staging.write(body);
        try {
            return link(target, file);
        } finally {
            staging.discard(file);
        }
    }

    @Override
    public void put(Path target, Body body) throws IOException {
        var file = staging.write(body);
        try {
            disk.rename(file, target);
            disk.force(target);
        } finally {
            staging.discard(file);
        }
    }

    private Creation link(Path target, Path file) throws IOException {
        try {
            disk.link(target, file);
        } catch (FileAlreadyExistsException _) {
            // NFS repeats a request whose response was lost, and then finds its own link.
            return isOurs(target, file) ? created(target) : taken(target);
        } catch (UnsupportedOperationException e) {
            throw new NoHardLinksException(target, e);
        } catch (FileSystemException e) {
            throw NoHardLinksException.isToldBy(e) ? new NoHardLinksException(target, e) : e;
        }
        return created(target);
    }

    private static boolean isOurs(Path target, Path file) throws IOException {
        return Existence.exists(target) && Files.isSameFile(target, file);
    }

    private Creation created(Path target) throws IOException {
        disk.force(target);
        return Creation.CREATED;
    }

    /// The outcome for a taken name. Its object is forced to the disk too: it may be our own link of a moment before a
    /// crash, and is about to be relied on.
    private Creation taken(Path target) throws IOException {
        disk.force(target);
        return Creation.EXISTS;
    }
}
