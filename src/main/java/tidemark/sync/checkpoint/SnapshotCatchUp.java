package tidemark.sync.checkpoint;

import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.CommitAck;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// Takes a base where the log no longer leads from here to its end: history was emptied past this copy, or another
/// device sent its state after the remote went back (rule 10).
public final class SnapshotCatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotCatchUp.class);

    private final SyncContext context;
    private final Database database;
    private final RemoteLog log;
    private final Snapshots snapshots;
    private final CheckpointInstall install;
    private final Runnable keepCopy;

    /// @param keepCopy keeps this copy as it is, before a base is taken that may not contain all that it holds
    public SnapshotCatchUp(SyncContext context, RemoteLog log, Runnable keepCopy) {
        this.context = context;
        this.database = context.database();
        this.log = log;
        this.snapshots = new Snapshots(context, log);
        this.install = new CheckpointInstall(database, context::localSide, context.store(), context.scratch());
        this.keepCopy = keepCopy;
    }

    /// The log goes on from a base after this copy's version: a marker stands under the next number, or it was never
    /// read. Says whether this copy is there now.
    public boolean passTruncation() throws UpdateNeeded {
        return follow(position().version().next(), _ -> true);
    }

    /// What lies under this copy's version is not what this copy knows: another state may have been sent in its place.
    /// A base of another kind only tells that the remote went back and its history was emptied since. Says whether
    /// this copy follows the state that was sent, which it may have done before.
    public boolean followFork() throws UpdateNeeded {
        return follow(position().version(), Checkpoint::isFork);
    }

    /// What lies after this copy's version does not follow it: another state may have been sent in its place. Says
    /// whether this copy moved there; if not, reading on would lead to the same batch again.
    public boolean elsewhere() throws UpdateNeeded {
        var before = position();
        return followFork() && !position().equals(before);
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
            Snapshots.delete(file);
        }
    }

    private String library() {
        return database.read(sql -> new Replica(sql).library()).orElse("");
    }

    private Replica.Position position() {
        return database.read(sql -> new Replica(sql).position());
    }

    private void move(Checkpoint base, Version least) throws UpdateNeeded {
        settleOutgoing(base);
        if (position().equals(base.position())) {
            return;
        }
        if (base.isFork() || !least.isAfter(position().version()) || !goesOnFromHere(base)) {
            keepCopy.run();
        }
        LOG.info("The log goes on from the base at version {}", base.position().version());
        install.land(base);
    }

    /// Whether the base knows every device that this copy knows, and this device's last commit: where the remote was
    /// set back and its history emptied afterwards, it does not. Of two copies with one device id it may know the
    /// other's.
    private boolean goesOnFromHere(Checkpoint base) {
        var own = context.device().id();
        var known = database.read(sql -> new Replica(sql).lastCommits());
        return base.lastCommits().keySet().containsAll(known.keySet())
                && Optional.ofNullable(known.get(own))
                        .equals(Optional.ofNullable(base.lastCommits().get(own)));
    }

    /// What was on its way is in the base if it is the last that the base knows of this device; else it never was
    /// committed, and its rows are still pending.
    private void settleOutgoing(Checkpoint base) throws UpdateNeeded {
        var frozen = database.read(sql -> new Outgoing(sql).find());
        if (frozen.isEmpty()) {
            return;
        }
        var last = Optional.ofNullable(base.lastCommits().get(context.device().id()));
        if (last.equals(Optional.of(frozen.get().commit()))) {
            var encoded =
                    new BatchFormat.Encoded(frozen.get().hash(), frozen.get().bytes());
            new CommitAck(database).acknowledge(log.decode(frozen.get()), encoded);
        } else {
            database.change(sql -> new Outgoing(sql).clear());
        }
    }
}
