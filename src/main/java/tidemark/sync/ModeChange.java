package tidemark.sync;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.problem.Problem;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteStore;
import tidemark.sync.format.CommitMode;
import tidemark.sync.format.Layout;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.Replica;
import tidemark.sync.state.SyncContext;

/// The change of the commit mode from create to claims, and the word about it that a person gets once on
/// each device.
///
/// Until all devices have changed, some may still create: whoever reads a number then makes sure that it
/// holds what was stored there first, in either mode.
final class ModeChange {
    private static final Logger LOG = LoggerFactory.getLogger(ModeChange.class);

    private static final Problem NOTICE = new Problem(
            "The storage has begun to keep old versions, and may since then replace what another device has just sent.",
            "Nothing was lost: what was replaced is put back, and the devices settle among themselves from now on which"
                    + " of them came first.",
            "There is nothing to do; it stays so even if old versions are switched off again.");

    private final Database database;
    private final RemoteStore store;
    private Optional<Problem> notice = Optional.empty();

    ModeChange(SyncContext context) {
        this.database = context.database();
        this.store = context.store();
    }

    static boolean isToMove(LibraryManifest manifest) {
        return manifest.commits() == CommitMode.CREATE;
    }

    /// The manifest there with claims as its mode, put there unless another device has done so.
    LibraryManifest moved(LibraryManifest there) {
        if (!isToMove(there)) {
            return there;
        }
        var safer = LibraryManifest.of(there.library(), CommitMode.CLAIMS);
        store.put(Layout.LIBRARY, Body.of(safer.bytes()), Metadata.NONE);
        return safer;
    }

    /// Takes note of the mode of the log. There are no claims for the numbers before a change.
    void adopt(CommitMode mode) {
        var before = database.read(sql -> new Replica(sql).get(LocalKey.COMMIT_MODE));
        if (before.equals(Optional.of(mode.word()))) {
            return;
        }
        var isMove = before.equals(Optional.of(CommitMode.CREATE.word()));
        database.change(Origin.SYNC, sql -> {
            var replica = new Replica(sql);
            replica.set(LocalKey.COMMIT_MODE, mode.word());
            if (isMove) {
                replica.set(
                        LocalKey.CLAIMS_REMOVED, replica.position().version().toString());
            }
        });
        if (isMove) {
            LOG.warn("{}", NOTICE);
            notice = Optional.of(NOTICE);
        }
    }

    /// The word about a change; once, then empty.
    Optional<Problem> takeNotice() {
        var taken = notice;
        notice = Optional.empty();
        return taken;
    }
}
