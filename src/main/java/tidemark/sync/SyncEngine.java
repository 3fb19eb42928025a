package tidemark.sync;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.conflict.Policy;
import tidemark.db.Database;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteStore;
import tidemark.remote.RemoteStore.Creation;

/// Keeps one copy of a library in step with its remote. One round at a time, on the caller's thread.
///
/// What it needs to go on after a crash is in the database; what it holds in memory only saves requests.
public final class SyncEngine {
    /// What an engine needs from outside.
    ///
    /// @param scratch a folder for files that may be deleted at any time
    /// @param policy who settles a conflict when it arises, asked each time
    /// @param pause how it waits for a moment when several devices commit at once
    public record Parts(
            Database database,
            RemoteStore store,
            Device device,
            InstantSource clock,
            RandomGenerator random,
            Path scratch,
            Supplier<Policy> policy,
            Pause pause) {
        /// The same for an engine that leaves every conflict to a person and never waits.
        public Parts(
                Database database,
                RemoteStore store,
                Device device,
                InstantSource clock,
                RandomGenerator random,
                Path scratch) {
            this(database, store, device, clock, random, scratch, () -> Policy.ASK, Pause.NONE);
        }

        /// The same with another policy.
        public Parts with(Policy other) {
            return new Parts(database, store, device, clock, random, scratch, () -> other, pause);
        }

        /// The same for another copy of the library.
        Parts over(Database other) {
            return new Parts(other, store, device, clock, random, scratch, policy, pause);
        }

        Here here() {
            return new Here(device, policy.get());
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);

    /// Behind a checkpoint by more than this, a device takes the checkpoint.
    private static final long FAR = 200;

    /// After this many batches in a row it asks how far the checkpoint is.
    private static final long ASK_AFTER = 20;

    /// A batch over this, overtaken twice, is sent in smaller parts, so that a slow line is not starved.
    private static final long SMALL = 1 << 20;

    private final Database database;
    private final RemoteLog log;
    private final Membership membership;
    private final CreateCommits byCreating;
    private final ClaimCommits byClaims;
    private final ClaimTidying tidying;
    private final Freezer freezer;
    private final Marker marker;
    private final Puller puller;
    private final Jump jump;
    private final Checkpoints checkpoints;
    private final LastSync lastSync;
    private long pulled;
    private long pushed;
    private long overtaken;
    private boolean checkpointTried;

    /// An engine for this copy and this remote.
    public SyncEngine(Parts parts) {
        this.database = parts.database();
        this.log = new RemoteLog(parts.store(), database.schema().number());
        this.byCreating = new CreateCommits(parts.store());
        this.byClaims = new ClaimCommits(parts.store(), parts.random(), parts.pause());
        this.tidying = new ClaimTidying(parts);
        this.membership = new Membership(parts, log, byClaims);
        this.freezer = new Freezer(database, parts.device(), parts.clock(), parts.random());
        this.marker = new Marker(database);
        this.puller = new Puller(database, parts::here);
        this.jump = new Jump(database, parts::here, parts.store(), parts.scratch());
        this.checkpoints = new Checkpoints(parts, log);
        this.lastSync = new LastSync(database, parts.clock());
    }

    /// Sends what is pending and takes what is new, until both are nothing. A device with nothing pending asks once,
    /// for one name; one with something pending sends without asking.
    ///
    /// @throws tidemark.remote.RemoteException when the remote fails; nothing is lost, the next round goes on
    ///     from there
    public SyncResult sync(Progress progress) {
        pulled = 0;
        pushed = 0;
        try {
            var library = membership.join();
            settle(library, progress);
            push(library, progress);
            if (pushed == 0) {
                pull(library, progress);
                membership.confirmLately();
                push(library, progress);
            }
            checkpoints.keepUp();
            tidying.keepUp();
            lastSync.succeeded(pulled + pushed);
            return new SyncResult.UpToDate(pulled, pushed);
        } catch (UpdateNeeded e) {
            return new SyncResult.UpdateNeeded(e.minReader());
        } catch (WentBack e) {
            LOG.warn("{}", e.problem());
            return new SyncResult.WentBack(e.problem());
        }
    }

    /// Finds out what became of a batch that was sent before a crash or a lost line (rule 4).
    private void settle(LibraryCard library, Progress progress) throws UpdateNeeded, WentBack {
        var frozen = database.read(sql -> new Outgoing(sql).find());
        if (frozen.isPresent()) {
            readBack(frozen.get(), library, progress);
            if (isUnsettled()) {
                send(frozen.get(), library, progress);
            }
        } else if (!checkpointTried && isNew()) {
            jump.to(Layout.CHECKPOINT, library.library());
            checkpointTried = true;
        }
    }

    private boolean isNew() {
        return database.read(sql -> new Replica(sql).position()).version().equals(Version.NONE);
    }

    private void push(LibraryCard library, Progress progress) throws UpdateNeeded, WentBack {
        for (var frozen = freezer.freeze(limit()); frozen.isPresent(); frozen = freezer.freeze(limit())) {
            membership.confirmBeforePush();
            send(frozen.get(), library, progress);
        }
    }

    private long limit() {
        return overtaken >= 2 ? SMALL : Backlog.LIMIT;
    }

    /// Sends the stored bytes under their number. Whatever the answer, only the number itself tells the outcome.
    private void send(Outgoing.Frozen frozen, LibraryCard library, Progress progress) throws UpdateNeeded, WentBack {
        try {
            if (commits(library).commit(frozen) == Creation.CREATED) {
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

    private Commits commits(LibraryCard library) {
        return switch (library.commits()) {
            case CREATE -> byCreating;
            case CLAIMS -> byClaims;
        };
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

    private void readBack(Outgoing.Frozen frozen, LibraryCard library, Progress progress)
            throws UpdateNeeded, WentBack {
        switch (read(library, frozen.version())) {
            case RemoteLog.Entry.Nothing() -> {}
            case RemoteLog.Entry.Emptied() -> throw new WentBack("The remote's history was emptied past this device.");
            case RemoteLog.Entry.Found(var batch, var _)
            when batch.commitId().equals(frozen.commit()) -> committed(frozen, progress);
            case RemoteLog.Entry.Found found -> {
                overtaken++;
                LOG.info(
                        "Version {} was committed by {}",
                        frozen.version(),
                        found.batch().device().name());
                apply(found, progress);
                pull(library, progress);
            }
        }
    }

    /// What lies under a number and is damaged can often be mended from the claims for it.
    private RemoteLog.Entry read(LibraryCard library, Version version) throws UpdateNeeded {
        try {
            return log.read(version);
        } catch (Corrupt e) {
            if (library.commits() == CommitMode.CLAIMS && byClaims.isMended(Slot.of(version))) {
                LOG.warn("Version {} was damaged on the remote and is whole again", version, e);
                return log.read(version);
            }
            throw e;
        }
    }

    private void committed(Outgoing.Frozen frozen, Progress progress) throws UpdateNeeded {
        marker.mark(log.decode(frozen), new BatchFormat.Encoded(frozen.hash(), frozen.bytes()));
        membership.confirmed();
        overtaken = 0;
        pushed++;
        progress.advanced(pulled + pushed, pulled + pushed, frozen.bytes().length);
    }

    private void pull(LibraryCard library, Progress progress) throws UpdateNeeded, WentBack {
        long inRow = 0;
        while (true) {
            var next =
                    database.read(sql -> new Replica(sql).position()).version().next();
            switch (read(library, next)) {
                case RemoteLog.Entry.Nothing() -> {
                    return;
                }
                case RemoteLog.Entry.Emptied() ->
                    throw new WentBack("The remote's history was emptied past this device.");
                case RemoteLog.Entry.Found found -> apply(found, progress);
            }
            if (++inRow == ASK_AFTER) {
                jumpIfFar(library);
            }
        }
    }

    private void apply(RemoteLog.Entry.Found found, Progress progress) throws WentBack {
        puller.apply(found);
        membership.confirmed();
        pulled++;
        progress.advanced(pulled + pushed, pulled + pushed + 1, found.encoded().bytes().length);
    }

    private void jumpIfFar(LibraryCard library) throws UpdateNeeded {
        var here = database.read(sql -> new Replica(sql).position()).version();
        var there = log.checkpointHint();
        if (there.isPresent() && there.get().number() - here.number() > FAR) {
            jump.to(Layout.CHECKPOINT, library.library());
        }
    }
}
