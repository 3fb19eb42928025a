package tidemark.sync.state;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.format.Change;
import tidemark.sync.format.Weight;

/// The pending changes, cut into what one batch may hold.
///
/// A batch holds everything, so that every local transaction is whole in it. Only a backlog over the limit is cut, and
/// never inside a local transaction; transactions that touched the same row count as one.
public final class Backlog {
    /// The most bytes, as [Weight] counts them, that a batch holds unless a single transaction has more.
    public static final long LIMIT = 32 << 20;

    /// Past this even a transaction is cut: readers refuse batches over 64 MiB.
    static final long HARD_LIMIT = 40 << 20;

    /// A row with more characters is not sent; it stays pending, and the status says so.
    private static final long LARGEST_ROW = 8 << 20;

    private final Sql sql;
    private final SyncedState state;

    Backlog(Sql sql, SyncedState state) {
        this.sql = sql;
        this.state = state;
    }

    /// A change to send, and the record before and after it.
    record Item(Change change, Optional<Row> was, Optional<Row> now) {
        long bytes() {
            return Weight.bytes(was) + Weight.bytes(now);
        }

        boolean isTooLarge() {
            return Weight.characters(was) + Weight.characters(now) > LARGEST_ROW;
        }
    }

    /// The changes of the next batch, where a transaction over the hard limit is cut, too; a row that is too large to
    /// send is left out and added to `tooLarge`.
    List<Item> next(long limit, long hardLimit, List<RecordId> tooLarge) throws SQLException {
        var groups = new Groups(sql);
        var entries = new ArrayList<>(state.pending().all());
        entries.sort(Comparator.comparingLong(entry -> groups.of(entry.tx())));
        var items = new ArrayList<Item>();
        long size = 0;
        long group = -1;
        for (var entry : entries) {
            var begins = groups.of(entry.tx()) != group;
            if ((begins && size > limit) || size > hardLimit) {
                break;
            }
            group = groups.of(entry.tx());
            var item = item(entry);
            if (item.isPresent() && item.get().isTooLarge()) {
                tooLarge.add(entry.record());
            } else if (item.isPresent()) {
                items.add(item.get());
                size += item.get().bytes();
            }
        }
        return items;
    }

    private Optional<Item> item(Pending.Entry entry) throws SQLException {
        var was = state.synced(entry.record());
        var now = state.now(entry.record());
        return Change.between(entry.record(), was, now).map(change -> new Item(change, was, now));
    }

    /// Transactions that belong together, each named by the earliest among them.
    private static final class Groups {
        private final Map<Long, Long> earlier = new HashMap<>();

        Groups(Sql sql) throws SQLException {
            sql.each("SELECT earlier, later FROM tx_link", row -> join(row.getLong(1), row.getLong(2)));
        }

        private void join(long a, long b) {
            var first = of(a);
            var second = of(b);
            if (first != second) {
                earlier.put(Math.max(first, second), Math.min(first, second));
            }
        }

        long of(long tx) {
            var current = tx;
            for (var next = earlier.get(current); next != null; next = earlier.get(current)) {
                current = next;
            }
            return current;
        }
    }
}
