package tidemark.sync;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Backups;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteException.Denied;
import tidemark.sync.checkpoint.Checkpoint;
import tidemark.sync.checkpoint.CheckpointInstall;
import tidemark.sync.checkpoint.NoteMending;
import tidemark.sync.checkpoint.Replay;
import tidemark.sync.checkpoint.Snapshots;
import tidemark.sync.format.CommitId;
import tidemark.sync.format.Hash;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.Snapshot;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Progress;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;
import tidemark.sync.state.UnsentContents;

/// The recovery from a rollback of the remote, as the person decided. After a crash anywhere the decision is still to
/// be made, and is carried out from the start.
final class RollbackRecovery {
    private static final Logger LOG = LoggerFactory.getLogger(RollbackRecovery.class);

    private static final Problem NOTHING_TO_TAKE = new Problem(
            "The remote is empty: there is no copy to take.",
            "Nothing was changed here or there; no absence is taken for a deletion.",
            "Send this device's state, reconnect the right storage, or go on without a remote.");

    private final SyncContext context;
    private final Database database;
    private final RemoteLog log;
    private final Snapshots snapshots;
    private final CheckpointInstall install;

    RollbackRecovery(SyncContext context, RemoteLog log, Snapshots snapshots, CheckpointInstall install) {
        this.context = context;
        this.database = context.database();
        this.log = log;
        this.snapshots = snapshots;
        this.install = install;
    }

    /// Takes the remote's copy in place of this one, which is kept as a backup. What is pending stays so.
    void take() throws UpdateNeeded {
        take(() -> backUp("taking-remote"));
        LOG.warn("The remote's copy was taken in place of this device's, which is in the backups");
    }

    /// Takes the remote's copy in place of this one.
    ///
    /// @param before keeps this one, once it is known that there is a copy to take
    void take(Runnable before) throws UpdateNeeded {
        var manifest = LibraryManifest.read(context.store()).orElseThrow(() -> new Denied(NOTHING_TO_TAKE));
        try (var replay = Replay.of(context, manifest.library())) {
            replay.begin(manifest.library());
            replay.toEnd();
            if (replay.position().version().equals(Version.NONE)) {
                throw new Denied(NOTHING_TO_TAKE);
            }
            var checkpoint = Checkpoint.open(replay.checkpoint()).orElseThrow();
            before.run();
            install.installOver(checkpoint);
            database.change(Origin.SYNC, UnsentContents::forgetSent);
        }
    }

    /// Keeps this copy as it is among the backups.
    void backUp(String reason) {
        new Backups(database).makeBefore(reason, context.clock().instant());
    }

    /// Puts this device's state on the remote as the snapshot of a fork. It counts in place of all that is there once a
    /// batch that names it is committed.
    Sending prepareToSend() throws UpdateNeeded {
        var taken = log.taken();
        backUpRemote(taken);
        var last = highest(taken);
        database.change(Origin.SYNC, sql -> {
            new Outgoing(sql).clear();
            UnsentContents.forgetSent(sql);
            NoteMending.giveUp(sql, database.schema());
            var replica = new Replica(sql);
            replica.remove(LocalKey.CHECKPOINT_VERSION);
            replica.remove(LocalKey.CHECKPOINT_AT);
            var here = replica.position();
            if (last.isAfter(here.version())) {
                replica.moveTo(new Replica.Position(last, forkHash(here, last), here.state()));
            }
        });
        return new Sending(snapshots.put(Map.of(Checkpoint.FORK, "yes")), taken);
    }

    /// A state that is about to be sent.
    ///
    /// @param taken the numbers that had batches before
    record Sending(Snapshot snapshot, SortedSet<Version> taken) {}

    /// The last number that was ever used, here or there: the state is sent under the one after it.
    private Version highest(SortedSet<Version> taken) {
        return Stream.of(
                        taken.stream(),
                        snapshots.newestFirst().stream().map(Snapshot::version),
                        Stream.of(database.read(sql -> new Replica(sql).position())
                                .version()))
                .flatMap(versions -> versions)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// A hash in place of that of a batch that this state never had, so that no other device's batch is taken for it.
    private Hash forkHash(Replica.Position here, Version version) {
        var words = "fork %s %s %s".formatted(here.hash(), version, CommitId.random(context.random()));
        return Hash.of(words.getBytes(StandardCharsets.UTF_8));
    }

    /// Takes the free numbers up to the snapshot's with tombstones: a delayed writer would otherwise find them free.
    /// The snapshot's own is the last to be taken: from then on no device misses the version that this copy has.
    void reserve(Sending sending, Progress progress) {
        var last = sending.snapshot().version();
        for (var version = Version.NONE.next(); !version.isAfter(last); version = version.next()) {
            if (!sending.taken().contains(version)) {
                log.reserve(version);
                progress.advanced(version.number(), last.number() + 1, 0);
            }
        }
    }

    /// Keeps the remote's content among the backups: it may be all that is left of someone's work.
    private void backUpRemote(SortedSet<Version> taken) throws UpdateNeeded {
        var manifest = LibraryManifest.read(context.store());
        if (manifest.isEmpty() || taken.isEmpty()) {
            return;
        }
        try (var replay = Replay.of(context, manifest.get().library())) {
            readWhatCanBeRead(replay, manifest.get().library());
            if (!replay.position().version().equals(Version.NONE)) {
                new Backups(database)
                        .adopt(replay.checkpoint(), "remote", context.clock().instant());
            }
        }
    }

    private static void readWhatCanBeRead(Replay replay, String library) throws UpdateNeeded {
        try {
            replay.begin(library);
            replay.toEnd();
        } catch (Corrupt e) {
            LOG.warn("The remote's copy is kept only as far as it can be read", e);
        }
    }
}
