package tidemark.sync;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.sync.apply.BatchApplier;
import tidemark.sync.checkpoint.CheckpointInstall;
import tidemark.sync.checkpoint.Checkpoints;
import tidemark.sync.checkpoint.DeviceHints;
import tidemark.sync.checkpoint.HistoryTruncation;
import tidemark.sync.checkpoint.NoteMending;
import tidemark.sync.checkpoint.SnapshotCatchUp;
import tidemark.sync.checkpoint.Snapshots;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.log.BatchCommitter;
import tidemark.sync.log.ClaimCleanup;
import tidemark.sync.log.ClaimCommits;
import tidemark.sync.log.HoleFilling;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.CommitAck;
import tidemark.sync.state.Freezer;
import tidemark.sync.state.LastSync;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Progress;
import tidemark.sync.state.SyncContext;

/// The engine that keeps one copy of a library in sync with its remote: one round at a time, on the caller's thread.
///
/// What it needs to go on after a crash is in the database; what it holds in memory only saves requests.
public final class SyncEngine {
    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);

    private final Database database;
    private final RemoteIdentity identity;
    private final CatchUp catchUp;
    private final NoteMending notes;
    private final Pull pull;
    private final Freezer freezer;
    private final Push push;
    private final RollbackRecovery recovery;
    private final StatePush statePush;
    private final UnreadableSkip unreadable;
    private final HistoryTruncation truncation;
    private final LookAhead lookAhead;
    private final Maintenance maintenance;
    private final LastSync lastSync;

    /// An engine for this copy and this remote.
    public SyncEngine(SyncContext context) {
        database = context.database();
        var log = new RemoteLog(context.store(), database.schema().number());
        var claims = new ClaimCommits(context.store(), context.random(), context.pause());
        var committer = new BatchCommitter(context, log, claims);
        var install = new CheckpointInstall(context, log);
        var snapshots = new Snapshots(context, log);
        recovery = new RollbackRecovery(context, log, snapshots, install);
        var forks = new SnapshotCatchUp(context, snapshots, install, () -> recovery.backUp("following-another-device"));

        identity = new RemoteIdentity(context, log, claims, forks);
        catchUp = new CatchUp(database, log, install, forks);
        notes = new NoteMending(context);
        var applier = new BatchApplier(database, context::localSide);
        var divergence = new DivergenceCheck(context, applier, install);
        pull = new Pull(committer, new Pull.Applying(database, applier, divergence), forks, catchUp, identity);
        freezer = new Freezer(database, context.identity(), context.clock(), context.random(), context.limits());
        var outbox = new Outbox(freezer, committer, new CommitAck(database));
        push = new Push(outbox, pull, identity);

        statePush = new StatePush(database, outbox, log, snapshots);
        unreadable = new UnreadableSkip(context, log, snapshots, outbox);
        truncation = new HistoryTruncation(context, log, snapshots);
        lookAhead = new LookAhead(context, log, new HoleFilling(database, log, committer));
        var hints = new DeviceHints(context);
        var cleanup = new ClaimCleanup(context, log);
        maintenance = new Maintenance(truncation, new Checkpoints(context, log, hints), hints, cleanup);
        lastSync = new LastSync(database, context.clock());
    }

    /// Pushes what is pending and pulls what is new, until neither is left. A device with nothing pending asks once,
    /// for one name; one with something pending sends without asking.
    ///
    /// @throws tidemark.remote.RemoteException when the remote fails; nothing is lost, the next round goes on from
    ///     there
    public SyncResult sync(Progress progress) {
        return run(new Round(progress), this::run);
    }

    /// Carries out a person's decision after a round that ended with [SyncResult.RolledBack], then syncs.
    ///
    /// @throws tidemark.remote.RemoteException when the remote fails; the decision is then still to be made
    /// @throws tidemark.db.BackupException when what is replaced could not be kept as a backup; nothing was changed
    public SyncResult decide(RollbackDecision decision, Progress progress) {
        return run(new Round(progress), round -> {
            identity.forget();
            switch (decision) {
                case SEND -> {
                    statePush.send(recovery, identity, progress);
                    round.sentState();
                }
                case TAKE -> recovery.take();
            }
            lookAhead.accept();
            run(round);
        });
    }

    /// Syncs, then truncates the history on the remote up to the version that this copy then has.
    public SyncResult emptyHistory(Progress progress) {
        return run(new Round(progress), round -> {
            run(round);
            var library = identity.join();
            for (var snapshot = truncation.prepare(); !truncation.isNamed(); ) {
                push.send(freezer.freezeNaming(snapshot), library, round);
            }
            for (var isLeft = true; isLeft; ) {
                isLeft = truncation.proceed(progress);
            }
        });
    }

    /// Syncs, past the batch that no device can read if there is one.
    ///
    /// @throws tidemark.remote.RemoteException.Denied when another device has read it
    public SyncResult skipUnreadable(Progress progress) {
        return run(new Round(progress), round -> {
            try {
                run(round);
            } catch (Corrupt | RemoteRolledBack e) {
                if (!unreadable.isSkipped(identity.join())) {
                    throw e;
                }
                run(round);
            }
        });
    }

    @FunctionalInterface
    private interface Work {
        void run(Round round) throws UpdateNeeded, RemoteRolledBack;
    }

    private SyncResult run(Round round, Work work) {
        try {
            work.run(round);
            lastSync.succeeded(round.done());
            return round.result();
        } catch (UpdateNeeded e) {
            return new SyncResult.UpdateNeeded(e.minReader());
        } catch (RemoteRolledBack e) {
            LOG.warn("{}", e.problem());
            return new SyncResult.RolledBack(e.problem(), e.remote());
        }
    }

    private void run(Round round) throws UpdateNeeded, RemoteRolledBack {
        var library = identity.join();
        notes.run(library);
        begin(library, round);
        var isLooking = lookAhead.isDue();
        if (isLooking) {
            pullAndLook(library, round);
        }
        push.run(library, round);
        if (!round.hasPushed()) {
            if (!isLooking) {
                pull.toEnd(library, round);
            }
            identity.confirmIfStale();
            push.run(library, round);
        }
        identity.leaveCreating();
        identity.takeNotice().ifPresent(round::tell);
        maintenance.run(round.progress());
    }

    /// Pulls to the end of the log, and makes sure that it is the end before anything is sent there.
    private void pullAndLook(LibraryManifest library, Round round) throws UpdateNeeded, RemoteRolledBack {
        do {
            pull.toEnd(library, round);
        } while (!lookAhead.isAtEnd(library));
    }

    private void begin(LibraryManifest library, Round round) throws UpdateNeeded, RemoteRolledBack {
        var outgoing = database.read(sql -> new Outgoing(sql).find());
        if (outgoing.isPresent()) {
            push.resume(outgoing.get(), library, round);
        } else if (identity.hasCreated()) {
            lookAhead.begun();
        } else {
            catchUp.begin(library);
        }
    }
}
