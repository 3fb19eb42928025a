package tidemark.app;

import java.nio.file.Files;
import java.util.Optional;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteStore;
import tidemark.remote.folder.FolderPlacement;
import tidemark.remote.folder.FolderStore;

/// The remote that the person chose for this library, and how it is opened.
public final class Remotes {
    private final Settings settings;
    private final Origins origins;

    Remotes(Settings settings, Origins origins) {
        this.settings = settings;
        this.origins = origins;
    }

    /// The remote, if one is set.
    public Optional<FolderRemote> current() {
        return FolderRemote.read(settings);
    }

    /// Makes this folder the remote; it is made when it does not exist.
    ///
    /// @throws Denied when another program syncs the folder, or it may not be written
    public void choose(FolderRemote remote) {
        var refusal = FolderPlacement.refusalForRemote(remote.folder());
        if (refusal.isPresent()) {
            throw new Denied(refusal.get());
        }
        if (!Files.isDirectory(remote.root())) {
            FolderStore.setUp(remote.root(), origins.random());
        }
        remote.keep(settings);
    }

    /// Goes on without a remote; what lies there stays.
    public void forget() {
        FolderRemote.forget(settings);
    }

    /// Where the remote is, in words, free of secrets, if one is set.
    public Optional<String> describe() {
        return open().map(store -> {
            try (store) {
                return store.describe();
            }
        });
    }

    /// The store behind the remote, if one is set; the caller closes it.
    Optional<RemoteStore> open() {
        return current().map(remote -> FolderStore.open(remote.root(), origins.clock(), origins.random()));
    }
}
