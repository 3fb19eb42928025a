package tidemark.sync.state;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tidemark.db.Sql;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Table;
import tidemark.sync.format.BatchLimits;
import tidemark.sync.format.Change;
import tidemark.sync.format.Weight;

/// The pending changes, cut into what one batch may hold.
///
/// A batch holds everything, so that every local transaction is whole in it. Only a backlog over the limit is cut, and
/// never inside a local transaction; transactions that touched the same row count as one. A row that no batch can hold
/// is left out, and the rest of its transaction goes. So is, for as long as it waits, a row that names a content which
/// is still on its way.
public final class Backlog {
    /// The most bytes, as [Weight] counts them, that a batch holds unless a single transaction has more.
    public static final long LIMIT = 32 << 20;

    private final Sql sql;
    private final SyncedState state;
    private final BatchLimits limits;
    private final UnsentContents contents;
    private final Map<RecordId, Unsendable> unsendable = new LinkedHashMap<>();
    private final Set<RecordId> suspects = new HashSet<>();

    Backlog(Sql sql, SyncedState state, BatchLimits limits) {
        this.sql = sql;
        this.state = state;
        this.limits = limits;
        this.contents = new UnsentContents(sql);
    }

    /// A change to send, and the record before and after it.
    record Item(Change change, Optional<Row> was, Optional<Row> now) {
        /// The change of a pending row; empty when it holds again what it held when last in sync.
        static Optional<Item> of(SyncedState state, Pending.Entry entry) throws SQLException {
            var was = state.synced(entry.record());
            var now = state.now(entry.record());
            var edited = edited(state, entry.record());
            return Change.between(entry.record(), was, now).map(change -> new Item(change.editedAt(edited), was, now));
        }

        /// The time of the record's last edit here, where it is there.
        private static Optional<Instant> edited(SyncedState state, RecordId record) throws SQLException {
            var at = state.knows(record) ? state.rows().edited(record) : 0;
            return at == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
        }

        long bytes() {
            return Weight.bytes(was) + Weight.bytes(now);
        }

        /// The reason that no batch can hold it.
        Optional<String> refusal(BatchLimits limits) {
            return Weight.characters(was) + Weight.characters(now) > limits.text()
                    ? Optional.of(
                            "before and after its change it has more than %,d characters".formatted(limits.text()))
                    : change.refusal(limits);
        }
    }

    /// The changes of the next batch, where a transaction over the hard limit or over the room of a batch is cut, too.
    /// Rows that no batch can hold are left out.
    List<Item> next(long limit, long hardLimit) throws SQLException {
        var groups = new Groups(sql);
        var entries = new ArrayList<>(state.pending().all());
        entries.sort(Comparator.comparingLong(entry -> groups.of(entry.tx())));
        var cut = new Cut(limit, hardLimit, limits.room());
        for (var entry : entries) {
            if (cut.isFullBefore(groups.of(entry.tx()))) {
                break;
            }
            var item = sendable(entry);
            if (item.isPresent() && !cut.isTaken(item.get())) {
                break;
            }
        }
        return cut.items();
    }

    private Optional<Item> sendable(Pending.Entry entry) throws SQLException {
        if (unsendable.containsKey(entry.record())) {
            return Optional.empty();
        }
        if (!entry.isReadable()) {
            leaveOut(entry.record(), UnreadableNotes.BASE);
            return Optional.empty();
        }
        var item = Item.of(state, entry);
        noteSuspect(entry.record(), item);
        var refusal = item.flatMap(change -> change.refusal(limits));
        refusal.ifPresent(reason -> leaveOut(entry.record(), reason));
        return refusal.isPresent() || isWaiting(item) ? Optional.empty() : item;
    }

    private boolean isWaiting(Optional<Item> item) throws SQLException {
        return item.isPresent()
                && contents.isWaiting(item.get().was(), item.get().now(), tableOf(item.get()));
    }

    private Optional<Table> tableOf(Item item) {
        return state.schema().find(item.change().record().table());
    }

    private void noteSuspect(RecordId record, Optional<Item> item) throws SQLException {
        var now = item.isPresent() ? item.get().now() : state.now(record);
        if (now.filter(ValidText::isSuspect).isPresent()) {
            suspects.add(record);
        }
    }

    /// The rows looked at that may be stored in bytes that are no UTF-8.
    Set<RecordId> suspects() {
        return suspects;
    }

    /// Leaves a row out of what comes next.
    void leaveOut(RecordId record, String reason) {
        unsendable.put(record, new Unsendable(record, reason));
    }

    /// The rows that were left out so far.
    Collection<Unsendable> unsendable() {
        return unsendable.values();
    }

    /// One batch's worth of changes: whole transactions, unless the first of them alone is too much.
    private static final class Cut {
        private final long limit;
        private final long hardLimit;
        private final List<Item> items = new ArrayList<>();
        private long room;
        private long size;
        private long group = -1;
        private int whole;
        private boolean isCutInside;

        Cut(long limit, long hardLimit, long room) {
            this.limit = Math.min(limit, hardLimit);
            this.hardLimit = hardLimit;
            this.room = room;
        }

        /// Whether nothing of this group of transactions is taken, or nothing more.
        boolean isFullBefore(long next) {
            if (next != group) {
                whole = items.size();
                group = next;
                return size > limit;
            }
            isCutInside = size > hardLimit;
            return isCutInside;
        }

        /// Takes the change, unless readers have no room for it.
        boolean isTaken(Item item) {
            room -= item.change().room();
            isCutInside = room < 0;
            if (!isCutInside) {
                items.add(item);
                size += item.bytes();
            }
            return !isCutInside;
        }

        List<Item> items() {
            return isCutInside && whole > 0 ? items.subList(0, whole) : items;
        }
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
