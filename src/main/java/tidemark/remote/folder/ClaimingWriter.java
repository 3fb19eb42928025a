package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tidemark.remote.Body;
import tidemark.remote.RemoteStore.Creation;

/// A writer that creates objects by renaming folders, for file systems without hard links (exFAT, FAT, some network
/// shares).
///
/// Renaming a file silently replaces another, but a folder never replaces one that holds something. So:
///
/// 1. The bytes are written to a file with a name of its own, alone in a folder.
/// 2. That folder is renamed to the *claim*, `.<name>` beside the object to be. It succeeds only where there is no
///    claim, or an empty one, which is a claim that was fulfilled.
/// 3. Whoever holds the claim looks for the object. If it is there, the claim came too late and its holder, nobody
///    else, removes the file. If not, the file is renamed out of the claim to the object's name, which *publishes* it.
/// 4. Whoever finds another's claim and no object publishes that claim's file before anything else, so nobody waits for
///    a process that died. It is bound to the one file that it saw: the name of a file in a claim never returns.
///
/// While a file waits in the claim no other can, and an object is created only out of the claim. Hence a process that
/// sees a file in the claim *and then* no object may publish that very file at any later time: either it is still the
/// rightful one, or it is gone and the rename fails. Each file is either published or removed, never both, as both take
/// it away from the claim.
final class ClaimingWriter implements ObjectWriter {
    private static final int MOST_UNEXPLAINED = 20;

    private final Staging staging;
    private final Disk disk;

    ClaimingWriter(Staging staging, Disk disk) {
        this.staging = staging;
        this.disk = disk;
    }

    @Override
    public Creation create(Path target, Body body) throws IOException {
        if (Existence.exists(target)) {
            disk.force(target);
            return Creation.EXISTS;
        }
        var file = staging.writeInFolder(body);
        try {
            return claim(target, file);
        } finally {
            staging.discardWithFolder(file);
        }
    }

    /// Replaces by a rename. A free name is taken by a claim, as in [#create], so that no other claim is published over
    /// this object later.
    @Override
    public void put(Path target, Body body) throws IOException {
        if (!Existence.exists(target) && create(target, body) == Creation.CREATED) {
            return;
        }
        var file = staging.write(body);
        try {
            disk.rename(file, target);
            disk.force(target);
        } finally {
            staging.discard(file);
        }
    }

    private Creation claim(Path target, Path file) throws IOException {
        var claim = target.resolveSibling("." + target.getFileName());
        var unexplained = 0;
        while (!Existence.exists(target)) {
            try {
                disk.rename(Tree.folderOf(file), claim);
            } catch (FileSystemException e) {
                // The claim that was in the way may be gone by now. Without any claim the failure has another reason.
                if (!Existence.exists(claim) && ++unexplained == MOST_UNEXPLAINED) {
                    throw e;
                }
                publishOthers(target, claim);
                continue;
            }
            return fulfil(target, claim.resolve(file.getFileName()));
        }
        disk.force(target);
        return Creation.EXISTS;
    }

    private Creation fulfil(Path target, Path file) throws IOException {
        var outcome = Existence.exists(target) ? withdraw(target, file) : publish(target, file);
        disk.force(target);
        removeIfEmpty(Tree.folderOf(file));
        return outcome;
    }

    /// Removes the file: the claim came too late, unless another process published it before the object that was seen
    /// was replaced or removed.
    private Creation withdraw(Path target, Path file) throws IOException {
        try {
            disk.delete(file);
            return Creation.EXISTS;
        } catch (NoSuchFileException e) {
            return publishedByAnother(target, e);
        }
    }

    private Creation publish(Path target, Path file) throws IOException {
        try {
            disk.rename(file, target);
            return Creation.CREATED;
        } catch (NoSuchFileException e) {
            return publishedByAnother(target, e);
        }
    }

    /// The outcome for a file that is gone: another process published it, unless the whole disk is gone, when nobody
    /// knows.
    private static Creation publishedByAnother(Path target, NoSuchFileException failure) throws IOException {
        if (!Existence.exists(target)) {
            throw failure;
        }
        return Creation.CREATED;
    }

    private void publishOthers(Path target, Path claim) throws IOException {
        for (var file : Existence.entries(claim)) {
            if (!Existence.exists(target)) {
                publishOther(target, file);
            }
        }
        removeIfEmpty(claim);
    }

    private void publishOther(Path target, Path file) throws IOException {
        try {
            disk.rename(file, target);
        } catch (NoSuchFileException _) {
            // its owner or another process was faster
        }
    }

    private void removeIfEmpty(Path claim) throws IOException {
        try {
            disk.delete(claim);
        } catch (FileSystemException _) {
            // taken by the next claim, or removed by another process; an empty claim blocks nobody
        }
    }
}
