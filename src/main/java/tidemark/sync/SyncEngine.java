package tidemark.sync;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteStore.Creation;
import tidemark.sync.apply.RemoteRolledBack;
import tidemark.sync.checkpoint.HistoryTruncation;
import tidemark.sync.checkpoint.SnapshotCatchUp;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.log.BatchCommitter;
import tidemark.sync.log.ClaimCommits;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.Backlog;
import tidemark.sync.state.CommitAck;
import tidemark.sync.state.Freezer;
import tidemark.sync.state.LastSync;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Progress;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// Keeps one copy of a library in step with its remote. One round at a time, on the caller's thread.
///
/// What it needs to go on after a crash is in the database; what it holds in memory only saves requests.
public final class SyncEngine {
    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);

    /// After this many batches in a row it asks how far the checkpoint is.
    private static final long ASK_AFTER = 20;

    /// A batch over this, overtaken twice, is sent in smaller parts, so that a slow line is not starved.
    private static final long SMALL = 1 << 20;

    private final Database database;
    private final RemoteLog log;
    private final RemoteIdentity identity;
    private final BatchCommitter committer;
    private final Freezer freezer;
    private final CommitAck ack;
    private final Pull pull;
    private final CatchUp catchUp;
    private final RollbackRecovery recovery;
    private final StatePush statePush;
    private final HistoryTruncation truncation;
    private final Maintenance maintenance;
    private final LastSync lastSync;
    private long pulled;
    private long pushed;
    private long overtaken;

    /// An engine for this copy and this remote.
    public SyncEngine(SyncContext context) {
        this.database = context.database();
        this.log = new RemoteLog(context.store(), database.schema().number());
        var byClaims = new ClaimCommits(context.store(), context.random(), context.pause());
        this.committer = new BatchCommitter(context, log, byClaims);
        this.recovery = new RollbackRecovery(context, log);
        var catchUp = new SnapshotCatchUp(context, log, () -> recovery.keepThis("following-another-device"));
        this.identity = new RemoteIdentity(context, log, byClaims, catchUp);
        this.freezer = new Freezer(database, context.device(), context.clock(), context.random());
        this.ack = new CommitAck(database);
        this.pull = new Pull(context, catchUp);
        this.statePush = new StatePush(context, freezer, committer, log);
        this.catchUp = new CatchUp(context, log, catchUp);
        this.truncation = new HistoryTruncation(context, log);
        this.maintenance = new Maintenance(context, log, truncation);
        this.lastSync = new LastSync(database, context.clock());
    }

    /// Sends what is pending and takes what is new, until both are nothing. A device with nothing pending asks once,
    /// for one name; one with something pending sends without asking.
    ///
    /// @throws tidemark.remote.RemoteException when the remote fails; nothing is lost, the next round goes on
    ///     from there
    public SyncResult sync(Progress progress) {
        return run(() -> round(progress));
    }

    /// Carries out what the person decided after a round that ended with [SyncResult.RolledBack], then syncs.
    ///
    /// @throws tidemark.remote.RemoteException when the remote fails; the decision is then still to be made
    /// @throws tidemark.db.BackupException when what is replaced could not be kept as a backup; nothing was changed
    public SyncResult decide(RollbackDecision decision, Progress progress) {
        return run(() -> {
            identity.forget();
            switch (decision) {
                case SEND -> {
                    statePush.send(recovery, identity, progress);
                    pushed++;
                }
                case TAKE -> recovery.take();
            }
            round(progress);
        });
    }

    /// Syncs, then empties the history on the remote up to the version that this copy then has.
    public SyncResult emptyHistory(Progress progress) {
        return run(() -> {
            round(progress);
            var library = identity.join();
            for (var base = truncation.prepare(); !truncation.isNamed(); ) {
                send(freezer.freezeNaming(base), library, progress);
            }
            for (var isLeft = true; isLeft; ) {
                isLeft = truncation.goesOn(progress);
            }
        });
    }

    @FunctionalInterface
    private interface Round {
        void run() throws UpdateNeeded, RemoteRolledBack;
    }

    private SyncResult run(Round round) {
        pulled = 0;
        pushed = 0;
        try {
            round.run();
            lastSync.succeeded(pulled + pushed);
            return new SyncResult.UpToDate(pulled, pushed);
        } catch (UpdateNeeded e) {
            return new SyncResult.UpdateNeeded(e.minReader());
        } catch (RemoteRolledBack e) {
            LOG.warn("{}", e.problem());
            return new SyncResult.RolledBack(e.problem(), e.remote());
        }
    }

    private void round(Progress progress) throws UpdateNeeded, RemoteRolledBack {
        var library = identity.join();
        settle(library, progress);
        push(library, progress);
        if (pushed == 0) {
            pull(library, progress);
            identity.confirmLately();
            push(library, progress);
        }
        maintenance.run(progress);
    }

    /// Finds out what became of a batch that was sent before a crash or a lost line (rule 4).
    private void settle(LibraryManifest library, Progress progress) throws UpdateNeeded, RemoteRolledBack {
        var frozen = database.read(sql -> new Outgoing(sql).find());
        if (frozen.isPresent()) {
            readBack(frozen.get(), library, progress);
            if (isUnsettled()) {
                identity.confirmBeforePush();
            }
            if (isUnsettled()) {
                send(frozen.get(), library, progress);
            }
        } else if (!identity.hasFounded()) {
            catchUp.begin(library);
        }
    }

    private void push(LibraryManifest library, Progress progress) throws UpdateNeeded, RemoteRolledBack {
        for (var frozen = freezer.freeze(limit()); frozen.isPresent(); frozen = freezer.freeze(limit())) {
            identity.confirmBeforePush();
            if (isUnsettled()) {
                send(frozen.get(), library, progress);
            }
        }
    }

    private long limit() {
        return overtaken >= 2 ? SMALL : Backlog.LIMIT;
    }

    /// Sends the stored bytes under their number. Whatever the answer, only the number itself tells the outcome.
    private void send(Outgoing.Frozen frozen, LibraryManifest library, Progress progress)
            throws UpdateNeeded, RemoteRolledBack {
        try {
            if (committer.commit(library, frozen) == Creation.CREATED) {
                committed(frozen, progress);
                return;
            }
        } catch (Unavailable e) {
            LOG.info("The answer to version {} is not known; it is read back", frozen.version());
            readBack(frozen, library, progress);
            if (isUnsettled()) {
                throw e;
            }
            return;
        }
        readBack(frozen, library, progress);
        if (isUnsettled()) {
            throw new Unavailable(unclear(frozen.version()), Optional.empty());
        }
    }

    private boolean isUnsettled() {
        return database.read(sql -> new Outgoing(sql).find()).isPresent();
    }

    private static Problem unclear(Version version) {
        return new Problem(
                "The remote says that version " + version + " exists, and does not show it.",
                "Your changes are safe here and not sent yet.",
                "Nothing to do: it is tried again.");
    }

    private void readBack(Outgoing.Frozen frozen, LibraryManifest library, Progress progress)
            throws UpdateNeeded, RemoteRolledBack {
        switch (committer.read(library, frozen.version())) {
            case RemoteLog.Entry.Nothing() -> {}
            case RemoteLog.Entry.Truncated() -> {
                passEmptied();
                pull(library, progress);
            }
            case RemoteLog.Entry.Found(var batch, var _)
            when batch.commitId().equals(frozen.commit()) -> committed(frozen, progress);
            case RemoteLog.Entry.Found found -> {
                overtaken++;
                LOG.info(
                        "Version {} was committed by {}",
                        frozen.version(),
                        found.batch().device().name());
                apply(found, library, progress);
                pull(library, progress);
            }
        }
    }

    private void committed(Outgoing.Frozen frozen, Progress progress) throws UpdateNeeded {
        ack.acknowledge(log.decode(frozen), new BatchFormat.Encoded(frozen.hash(), frozen.bytes()));
        identity.confirmed();
        overtaken = 0;
        pushed++;
        progress.advanced(pulled + pushed, pulled + pushed, frozen.bytes().length);
    }

    private void pull(LibraryManifest library, Progress progress) throws UpdateNeeded, RemoteRolledBack {
        long inRow = 0;
        while (true) {
            var next =
                    database.read(sql -> new Replica(sql).position()).version().next();
            switch (committer.read(library, next)) {
                case RemoteLog.Entry.Nothing() -> {
                    return;
                }
                case RemoteLog.Entry.Truncated() -> passEmptied();
                case RemoteLog.Entry.Found found -> apply(found, library, progress);
            }
            if (++inRow == ASK_AFTER) {
                catchUp.catchUp(library);
            }
        }
    }

    private void passEmptied() throws UpdateNeeded, RemoteRolledBack {
        pull.passEmptied();
        identity.confirmed();
        pulled++;
    }

    private void apply(RemoteLog.Entry.Found found, LibraryManifest library, Progress progress)
            throws UpdateNeeded, RemoteRolledBack {
        pull.apply(found, library);
        identity.confirmed();
        pulled++;
        progress.advanced(pulled + pushed, pulled + pushed + 1, found.encoded().bytes().length);
    }
}
