package tidemark.sync.checkpoint;

import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.SqliteFile;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.state.CommitAck;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// The catching up from a snapshot, where the log no longer leads from here to its end: history was
/// truncated past this copy (rule 10), or another device sent its state after a rollback.
public final class SnapshotCatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotCatchUp.class);

    private final SyncContext context;
    private final Database database;
    private final Snapshots snapshots;
    private final CheckpointInstall install;
    private final Runnable keepCopy;

    /// A catch-up in the library of this context.
    ///
    /// @param keepCopy makes a backup of this copy, before a snapshot is
    /// installed that may not contain all that it holds
    public SnapshotCatchUp(SyncContext context, Snapshots snapshots, CheckpointInstall install, Runnable keepCopy) {
        this.context = context;
        this.database = context.database();
        this.snapshots = snapshots;
        this.install = install;
        this.keepCopy = keepCopy;
    }

    /// The outcome of a search for a fork. Where there is one, nothing is outgoing any longer.
    public enum Fork {
        /// No device sent its state in place of what this copy knows.
        NONE,
        /// This copy followed the fork before.
        KNOWN,
        /// This copy follows the fork from now on.
        FOLLOWED
    }

    /// Goes on from a snapshot after this copy's version: a tombstone is under the next number, or it was
    /// never read. Returns whether there was such a snapshot.
    public boolean passTruncation() throws UpdateNeeded {
        return follow(position().version().next(), _ -> true);
    }

    /// Follows a fork, the state that another device sent, where the batch under or after this copy's
    /// version is not what this copy knows. A snapshot that is no fork only shows that the remote was
    /// rolled back and truncated since.
    public Fork followFork() throws UpdateNeeded {
        var before = position();
        if (!follow(before.version(), Checkpoint::isFork)) {
            return Fork.NONE;
        }
        return position().equals(before) ? Fork.KNOWN : Fork.FOLLOWED;
    }

    private boolean follow(Version least, Predicate<Checkpoint> isMeant) throws UpdateNeeded {
        var file = context.scratch().resolve("base-in.sqlite");
        try {
            for (var snapshot : snapshots.newestFirst()) {
                if (least.isAfter(snapshot.version())) {
                    return false;
                }
                var checkpoint = snapshots.open(snapshot, file, library()).filter(isMeant);
                if (checkpoint.isPresent()) {
                    move(checkpoint.get(), least);
                    return true;
                }
            }
            return false;
        } finally {
            SqliteFile.delete(file);
        }
    }

    private String library() {
        return database.read(sql -> new Replica(sql).library()).orElse("");
    }

    private Replica.Position position() {
        return database.read(sql -> new Replica(sql).position());
    }

    private void move(Checkpoint snapshot, Version least) {
        clearOutgoing(snapshot);
        if (position().equals(snapshot.position())) {
            return;
        }
        if (snapshot.isFork() || !least.isAfter(position().version()) || !goesOnFromHere(snapshot)) {
            keepCopy.run();
        }
        LOG.info(
                "The log goes on from the snapshot at version {}",
                snapshot.position().version());
        install.installOver(snapshot);
    }

    /// Whether the snapshot knows every device that this copy knows, and this device's last commit: where
    /// the remote was rolled back and its history truncated afterwards, it does not. Of two copies with one
    /// device id it may know the other's.
    private boolean goesOnFromHere(Checkpoint snapshot) {
        var own = context.device().id();
        var known = database.read(sql -> new Replica(sql).lastCommits());
        return snapshot.lastCommits().keySet().containsAll(known.keySet())
                && Optional.ofNullable(known.get(own))
                        .equals(Optional.ofNullable(snapshot.lastCommits().get(own)));
    }

    /// Acknowledges outgoing if it is the last batch that the snapshot knows of this device; else it was
    /// never committed, and becomes none, with its rows still pending.
    private void clearOutgoing(Checkpoint snapshot) {
        var frozen = database.read(sql -> new Outgoing(sql).find());
        if (frozen.isEmpty()) {
            return;
        }
        var last =
                Optional.ofNullable(snapshot.lastCommits().get(context.device().id()));
        if (last.equals(Optional.of(frozen.get().commit()))) {
            var _ = new CommitAck(database).acknowledge(frozen.get());
        } else {
            database.change(Origin.SYNC, sql -> new Outgoing(sql).clear());
        }
    }
}
