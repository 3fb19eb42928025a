package tidemark.sync;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.problem.Problem;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteException.Denied;
import tidemark.sync.checkpoint.DeviceHint;
import tidemark.sync.checkpoint.Snapshots;
import tidemark.sync.format.CommitId;
import tidemark.sync.format.Hash;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.Snapshot;
import tidemark.sync.format.UpdateNeeded;
import tidemark.sync.format.Version;
import tidemark.sync.log.BatchCommitter;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.log.RemoteLog.Entry;
import tidemark.sync.state.Freezer;
import tidemark.sync.state.Outgoing;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// The way past a batch that no device can read: an older program committed it, and since then every device stops
/// before it.
///
/// It is a truncation of that one number (rules 9 and 10). A snapshot under the unreadable number holds the state
/// before it, the batch after it names the snapshot, and then a tombstone takes its place, at which all devices go on
/// from the snapshot. What the unreadable batch held is still pending where it was written, and is sent anew.
///
/// This copy stays where it is until it passes the tombstone like all others. So a crash anywhere leaves nothing to be
/// mended here, and it does not matter which of several devices named the snapshot.
final class UnreadableSkip {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableSkip.class);
    private static final int MOST_HINTS = 1000;

    private final SyncContext context;
    private final RemoteLog log;
    private final Snapshots snapshots;
    private final Freezer freezer;
    private final BatchCommitter committer;

    UnreadableSkip(SyncContext context, RemoteLog log, Snapshots snapshots, Outbox outbox) {
        this.context = context;
        this.log = log;
        this.snapshots = snapshots;
        this.freezer = outbox.freezer();
        this.committer = outbox.committer();
    }

    /// Skips the batch after this copy's version if no device can read it, and says whether it did.
    ///
    /// @throws Denied when another device has read it, or a later one is there
    boolean isSkipped(LibraryManifest library) throws UpdateNeeded {
        var here = context.database().read(sql -> new Replica(sql).position());
        var unreadable = here.version().next();
        if (!isUnreadable(library, unreadable)) {
            return false;
        }
        requireUnread(unreadable);
        if (committer.read(library, unreadable.next()) instanceof Entry.Nothing) {
            name(library, here, unreadable);
        }
        if (!isPassable(library, unreadable)) {
            throw new Denied(isRead(unreadable));
        }
        log.bury(unreadable);
        LOG.warn("Version {}, which no device can read, was skipped", unreadable);
        return true;
    }

    /// Whether what lies under the number is no batch. Nor may one that is outgoing here get there; and a tombstone
    /// from which nothing leads on was left by an attempt that was cut short.
    private boolean isUnreadable(LibraryManifest library, Version version) {
        try {
            return switch (committer.read(library, version)) {
                case Entry.Nothing() -> isOutgoingUnreadable(version);
                case Entry.Truncated() -> committer.read(library, version.next()) instanceof Entry.Nothing;
                case Entry.Found _, Entry.TooNew _ -> false;
            };
        } catch (Corrupt e) {
            LOG.warn("Version {} cannot be read", version, e);
            return true;
        }
    }

    private boolean isOutgoingUnreadable(Version version) {
        var frozen = context.database().read(sql -> new Outgoing(sql).find());
        return frozen.isPresent()
                && frozen.get().version().equals(version)
                && !frozen.get().isReadable();
    }

    /// Another device that is past it holds what it says, and mends it. Devices leave hints of how far they are.
    private void requireUnread(Version version) {
        for (var name : context.store().list(DeviceHint.FOLDER, Optional.empty(), MOST_HINTS)) {
            var hint = DeviceHint.read(context.store(), name);
            if (hint.isPresent() && !version.isAfter(hint.get().version())) {
                throw new Denied(isRead(version));
            }
        }
    }

    /// Puts the snapshot and commits the batch that names it. Nothing is stored as outgoing: whatever then lies under
    /// that number counts.
    private void name(LibraryManifest library, Replica.Position here, Version unreadable) {
        var after = new Replica.Position(unreadable, standIn(here), here.state());
        var snapshot = snapshots.putAs(after);
        log.reserve(unreadable);
        var creation = committer.commit(library, freezer.naming(snapshot.name().value(), after));
        LOG.info("Version {} names the snapshot: {}", unreadable.next(), creation);
    }

    /// A hash in place of that of the batch that was skipped, which no other batch has.
    private Hash standIn(Replica.Position here) {
        var words = "skip %s %s %s".formatted(here.hash(), here.version().next(), CommitId.random(context.random()));
        return Hash.of(words.getBytes(StandardCharsets.UTF_8));
    }

    /// Whether the log goes on without it: the batch after it names a snapshot that can be followed, or was itself
    /// truncated since.
    private boolean isPassable(LibraryManifest library, Version unreadable) throws UpdateNeeded {
        return switch (committer.read(library, unreadable.next())) {
            case Entry.Nothing() -> false;
            case Entry.Truncated() -> true;
            case Entry.TooNew(var minReader) -> throw new UpdateNeeded(minReader);
            case Entry.Found(var batch, var _) ->
                batch.snapshot().isPresent()
                        && isAt(batch.snapshot().get(), unreadable)
                        && snapshots.canBeFollowed(batch.snapshot().get(), library.library());
        };
    }

    private static boolean isAt(String base, Version version) {
        return Optional.of(base)
                .filter(ObjectName::isValid)
                .map(ObjectName::new)
                .flatMap(Snapshot::of)
                .filter(snapshot -> snapshot.version().equals(version))
                .isPresent();
    }

    private static Problem isRead(Version version) {
        return new Problem(
                "Another device can read version " + version + " on the remote, which this one cannot.",
                "Nothing was skipped: what it holds would be lost.",
                "Update Tidemark here, or run `tidemark verify --remote --fix` on a device that is up to date.");
    }
}
