package tidemark.files;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tidemark.remote.RemoteStore;

/// The knowledge which contents the remote does not have. Where many wait to be sent, one listing answers for all of
/// them; otherwise each is asked for. Used by several threads.
final class RemoteNames {
    /// So many that wait are looked up in a listing.
    private static final int MANY = 30;

    private static final int PAGE = 1000;

    private final RemoteStore store;
    private final Supplier<List<ContentHash>> waiting;

    // Guarded by this.
    private final Set<ContentHash> looked = new HashSet<>();
    private final Set<ContentHash> absent = new HashSet<>();

    /// @param waiting the contents that are to be sent
    RemoteNames(RemoteStore store, Supplier<List<ContentHash>> waiting) {
        this.store = store;
        this.waiting = waiting;
    }

    /// Whether the remote surely does not have this content; it may be there where this is false.
    synchronized boolean isAbsent(ContentHash hash) {
        if (!looked.contains(hash)) {
            look();
        }
        return absent.contains(hash);
    }

    private void look() {
        var all = waiting.get();
        if (all.size() < MANY) {
            return;
        }
        var missing = new HashSet<>(all);
        var names = store.list(ContentHash.REMOTE_FOLDER, Optional.empty(), PAGE);
        while (!names.isEmpty()) {
            for (var name : names) {
                var value = name.value();
                ContentHash.of(value.substring(value.lastIndexOf('/') + 1)).ifPresent(missing::remove);
            }
            names = store.list(ContentHash.REMOTE_FOLDER, Optional.of(names.getLast()), PAGE);
        }
        looked.addAll(all);
        absent.addAll(missing);
    }

    /// Forgets a content that was sent, or begun to be.
    synchronized void sending(ContentHash hash) {
        absent.remove(hash);
    }
}
