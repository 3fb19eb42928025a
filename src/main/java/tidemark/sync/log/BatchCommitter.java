package tidemark.sync.log;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteStore;
import tidemark.remote.RemoteStore.Creation;
import tidemark.sync.format.CommitMode;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.Version;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.SyncContext;

/// The commits of batches, and the reads after them, in the commit mode of the library.
public final class BatchCommitter {
    private static final Logger LOG = LoggerFactory.getLogger(BatchCommitter.class);

    private final RemoteStore store;
    private final RemoteLog log;
    private final CreateCommits byCreating;
    private final ClaimCommits byClaims;

    /// A committer to the store of this context.
    ///
    /// @param log reads the numbers
    /// @param byClaims commits where the mode is `claims`
    public BatchCommitter(SyncContext context, RemoteLog log, ClaimCommits byClaims) {
        this.store = context.store();
        this.log = log;
        this.byCreating = new CreateCommits(context.store());
        this.byClaims = byClaims;
    }

    /// Commits the outgoing batch under its number, in the commit mode of the manifest. Storage that may
    /// replace what is there is not believed: its number is to be read.
    public Creation commit(LibraryManifest library, Outgoing.Frozen frozen) {
        var created = commits(library.commits()).commit(frozen);
        return store.mayReplace() ? Creation.EXISTS : created;
    }

    private Commits commits(CommitMode mode) {
        return switch (mode) {
            case CREATE -> byCreating;
            case CLAIMS -> byClaims;
        };
    }

    /// The entry under a number. A damaged batch is first mended from the claims for it, where they still hold it.
    public RemoteLog.Entry read(LibraryManifest library, Version version) {
        try {
            return log.read(version);
        } catch (Corrupt e) {
            if (library.commits() == CommitMode.CLAIMS && byClaims.mend(Slot.of(version))) {
                LOG.warn("Version {} was damaged on the remote and is whole again", version, e);
                return log.read(version);
            }
            throw e;
        }
    }
}
