package tidemark.sync;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteStore.Creation;
import tidemark.sync.checkpoint.Snapshots;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Progress;
import tidemark.sync.state.Replica;

/// The push of this device's whole state after a rollback, as a fork: a snapshot of it, and a batch that
/// names the snapshot. Where another device's batch comes first, both are made anew.
final class StatePush {
    private static final Logger LOG = LoggerFactory.getLogger(StatePush.class);

    private static final Problem UNCLEAR = new Problem(
            "It is not known whether the remote took this device's state.",
            "Your library is untouched.",
            "Decide again once the remote can be reached.");

    private final Database database;
    private final Outbox outbox;
    private final RemoteLog log;
    private final Snapshots snapshots;

    StatePush(Database database, Outbox outbox, RemoteLog log, Snapshots snapshots) {
        this.database = database;
        this.outbox = outbox;
        this.log = log;
        this.snapshots = snapshots;
    }

    /// Makes this device's state the one that counts on the remote. Other devices may commit under the
    /// number after the snapshot's, any number of times.
    void send(RollbackRecovery recovery, RemoteIdentity identity, Progress progress)
            throws UpdateNeeded, RemoteRolledBack {
        var own = identity.manifestForState();
        while (!isInForce(own)) {
            var sending = recovery.prepareToSend();
            var frozen = outbox.freezer().freezeNaming(sending.snapshot().name().value());
            recovery.reserve(sending, progress);
            commit(frozen, own);
        }
        identity.putManifest(own);
        LOG.warn("This device's state counts on the remote from now on; what lay there is in the backups");
    }

    /// Whether this device's state counts there already, as after an attempt that was cut short: the batch
    /// of this copy's version is there, names a snapshot that can be followed, and the log goes on from it
    /// to its end. Where another device sent its own state since, this one's is below that and does not
    /// count. A batch that names no snapshot does not count either: it may be all that is there, sent to a
    /// remote that had just been emptied.
    private boolean isInForce(LibraryManifest library) throws UpdateNeeded {
        var outgoing = database.read(sql -> new Outgoing(sql).find());
        if (outgoing.isPresent()
                && read(library, outgoing.get().version()) instanceof RemoteLog.Entry.Found found
                && found.batch().commitId().equals(outgoing.get().commit())) {
            acknowledge(outgoing.get());
        }
        var here = database.read(sql -> new Replica(sql).position());
        return log.holdsBatch(here.version(), here.hash())
                && read(library, here.version()) instanceof RemoteLog.Entry.Found(var batch, var _)
                && batch.snapshot().isPresent()
                && snapshots.canBeFollowed(batch.snapshot().get(), library.library())
                && goesOnFrom(here, library);
    }

    private boolean goesOnFrom(Replica.Position here, LibraryManifest library) throws UpdateNeeded {
        var version = here.version();
        var hash = here.hash();
        var next = read(library, version.next());
        while (next instanceof RemoteLog.Entry.Found(var batch, var encoded)
                && batch.snapshot().isEmpty()
                && batch.previous().equals(hash)) {
            version = batch.version();
            hash = encoded.hash();
            next = read(library, version.next());
        }
        return next instanceof RemoteLog.Entry.Nothing;
    }

    private void commit(Outgoing.Frozen frozen, LibraryManifest library) throws UpdateNeeded {
        if (isCommitted(frozen, library)) {
            acknowledge(frozen);
        } else {
            LOG.info("Version {} was committed by another device meanwhile", frozen.version());
        }
    }

    private void acknowledge(Outgoing.Frozen frozen) {
        outbox.ack().acknowledge(frozen).snapshot().ifPresent(snapshots::removeAllBut);
    }

    private RemoteLog.Entry read(LibraryManifest library, Version version) throws UpdateNeeded {
        var entry = outbox.committer().read(library, version);
        if (entry instanceof RemoteLog.Entry.TooNew(var minReader)) {
            throw new UpdateNeeded(minReader);
        }
        return entry;
    }

    private boolean isCommitted(Outgoing.Frozen frozen, LibraryManifest library) throws UpdateNeeded {
        try {
            if (outbox.committer().commit(library, frozen) == Creation.CREATED) {
                return true;
            }
        } catch (Unavailable e) {
            LOG.info("The answer to version {} is not known; it is read back", frozen.version(), e);
        }
        return switch (outbox.committer().read(library, frozen.version())) {
            case RemoteLog.Entry.Nothing() -> throw new Unavailable(UNCLEAR, Optional.empty());
            case RemoteLog.Entry.Truncated() -> false;
            case RemoteLog.Entry.TooNew(var minReader) -> throw new UpdateNeeded(minReader);
            case RemoteLog.Entry.Found(var batch, var _) -> batch.commitId().equals(frozen.commit());
        };
    }
}
