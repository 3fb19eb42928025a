package tidemark.sync;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteStore.Creation;
import tidemark.sync.apply.RemoteRolledBack;
import tidemark.sync.checkpoint.Snapshots;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.log.BatchCommitter;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.CommitAck;
import tidemark.sync.state.Freezer;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Progress;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// Sends a batch that names a base, and finds out at once whether it stands: if not, what it names is made anew.
final class StatePush {
    private static final Logger LOG = LoggerFactory.getLogger(StatePush.class);

    private static final Problem UNCLEAR = new Problem(
            "It is not known whether the remote took this device's state.",
            "Your library is untouched.",
            "Decide again once the remote can be reached.");

    private final SyncContext context;
    private final Freezer freezer;
    private final BatchCommitter committer;
    private final RemoteLog log;

    StatePush(SyncContext context, Freezer freezer, BatchCommitter committer, RemoteLog log) {
        this.context = context;
        this.freezer = freezer;
        this.committer = committer;
        this.log = log;
    }

    /// Makes this device's state the one that counts on the remote. Another device may commit under the number after
    /// the base's, time and again.
    void send(RollbackRecovery recovery, RemoteIdentity identity, Progress progress)
            throws UpdateNeeded, RemoteRolledBack {
        var own = identity.cardToSendBy();
        while (!isThere(own)) {
            var sending = recovery.prepareToSend();
            var frozen = freezer.freezeNaming(sending.base().name().value());
            recovery.reserve(sending, progress);
            settle(frozen, own);
        }
        identity.takePlace(own);
        LOG.warn("This device's state counts on the remote from now on; what lay there is in the backups");
    }

    /// Whether the batch of this copy's version lies there, names a base that can be followed, and the log goes on
    /// from it to its end, as after an attempt that was cut short. Where another device sent its own state since,
    /// this one's is below that and does not count. A batch without a base does not count either: it may be all
    /// that lies there, sent to a remote that had just been emptied.
    private boolean isThere(LibraryManifest library) throws UpdateNeeded {
        var outgoing = context.database().read(sql -> new Outgoing(sql).find());
        if (outgoing.isPresent()
                && committer.read(library, outgoing.get().version()) instanceof RemoteLog.Entry.Found found
                && found.batch().commitId().equals(outgoing.get().commit())) {
            mark(outgoing.get());
        }
        var here = context.database().read(sql -> new Replica(sql).position());
        return log.holdsBatch(here.version(), here.hash())
                && committer.read(library, here.version()) instanceof RemoteLog.Entry.Found(var batch, var _)
                && batch.base().isPresent()
                && new Snapshots(context, log).leadsOn(batch.base().get(), library.library())
                && goesOnFrom(here, library);
    }

    private boolean goesOnFrom(Replica.Position here, LibraryManifest library) throws UpdateNeeded {
        var version = here.version();
        var hash = here.hash();
        var next = committer.read(library, version.next());
        while (next instanceof RemoteLog.Entry.Found(var batch, var encoded)
                && batch.base().isEmpty()
                && batch.previous().equals(hash)) {
            version = batch.version();
            hash = encoded.hash();
            next = committer.read(library, version.next());
        }
        return next instanceof RemoteLog.Entry.Nothing;
    }

    private void settle(Outgoing.Frozen frozen, LibraryManifest library) throws UpdateNeeded {
        if (stands(frozen, library)) {
            mark(frozen);
        } else {
            LOG.info("Version {} was committed by another device meanwhile", frozen.version());
        }
    }

    private void mark(Outgoing.Frozen frozen) throws UpdateNeeded {
        var batch = log.decode(frozen);
        new CommitAck(context.database()).acknowledge(batch, new BatchFormat.Encoded(frozen.hash(), frozen.bytes()));
        if (batch.base().isPresent()) {
            new Snapshots(context, log).removeAllBut(batch.base().get());
        }
    }

    private boolean stands(Outgoing.Frozen frozen, LibraryManifest library) throws UpdateNeeded {
        try {
            if (committer.commit(library, frozen) == Creation.CREATED) {
                return true;
            }
        } catch (Unavailable e) {
            LOG.info("The answer to version {} is not known; it is read back", frozen.version(), e);
        }
        return switch (committer.read(library, frozen.version())) {
            case RemoteLog.Entry.Nothing() -> throw new Unavailable(UNCLEAR, Optional.empty());
            case RemoteLog.Entry.Truncated() -> false;
            case RemoteLog.Entry.Found(var batch, var _) -> batch.commitId().equals(frozen.commit());
        };
    }
}
