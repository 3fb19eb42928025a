package tidemark.files;

import java.util.Collection;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.Origin;

/// The making of room: contents used least recently go, as far as the remote surely has them and nobody pinned them.
final class Eviction {
    private static final Logger LOG = LoggerFactory.getLogger(Eviction.class);

    private static final String EVICTABLE = """
            SELECT sha256 FROM content WHERE here = 1 AND sent = 1 AND sha256 NOT IN (%s)
            ORDER BY used, sha256""".formatted(Pins.PINNED);

    private final Database database;
    private final ContentFolder folder;
    private final AtomicLong evicted = new AtomicLong();

    Eviction(Database database, ContentFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    /// Removes contents until all that are here have `limit` bytes together, or only others are left.
    ///
    /// @param limit empty where there is none
    /// @param except contents that stay, such as the one that was just fetched
    void run(OptionalLong limit, Collection<ContentHash> except) {
        if (limit.isEmpty() || bytesHere() <= limit.getAsLong()) {
            return;
        }
        var candidates = database.read(sql -> sql.list(EVICTABLE, row -> new ContentHash(row.getString(1))));
        for (var hash : candidates) {
            if (bytesHere() <= limit.getAsLong()) {
                break;
            }
            if (!except.contains(hash) && isEvicted(hash)) {
                evicted.incrementAndGet();
            }
        }
    }

    /// The number of contents that were removed.
    long evicted() {
        return evicted.get();
    }

    private long bytesHere() {
        return database.read(sql ->
                sql.number("SELECT sum(size) FROM content WHERE here = 1").orElse(0));
    }

    /// Removes the file in the transaction that notes it, so that no file is taken in under the same hash meanwhile.
    private boolean isEvicted(ContentHash hash) {
        return database.write(Origin.UPKEEP, sql -> {
            var contents = new Contents(sql);
            var content = contents.find(hash);
            var isEvictable =
                    content.filter(known -> known.here() && known.sent()).isPresent();
            if (isEvictable) {
                contents.gone(hash);
                folder.remove(hash);
                LOG.info("The content {} was removed from this device; the remote has it", hash);
            }
            return isEvictable;
        });
    }
}
