package tidemark.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tidemark.db.Database;
import tidemark.db.Sql;
import tidemark.files.TransferStatus.Amount;
import tidemark.files.TransferStatus.Direction;
import tidemark.problem.Problem;

/// The contents that wait to be moved, read from the tables: first what a person waits for, then what others wait for,
/// small before large. Used by several threads.
final class TransferQueue {
    private static final int PAGE = 500;

    private static final String NAMED = """
            (EXISTS (SELECT 1 FROM file WHERE file.sha256 = content.sha256)
             OR EXISTS (SELECT 1 FROM conflict WHERE tbl = 'file'
                        AND (instr(mine, content.sha256) OR instr(theirs, content.sha256)
                             OR instr(all_versions, content.sha256))))""";

    /// The contents that rows name and the remote does not have, also where a person stopped their transfer.
    static final String UNSENT = "content WHERE here = 1 AND sent = 0 AND " + NAMED;

    static final String TO_SEND = UNSENT + " AND problem IS NULL";

    static final String WANTED = "content WHERE wanted = 1 AND here = 0 AND problem IS NULL";

    /// The contents that the rule of this device or a pin fetches: hash, size, whether it is pinned.
    static final String AHEAD = """
            (SELECT file.sha256 AS sha256, max(ifnull(file.size, 0)) AS size, file.sha256 IN (%1$s) AS pinned
             FROM file LEFT JOIN content ON content.sha256 = file.sha256
             WHERE length(file.sha256) = 64 AND file.trashed_at IS NULL
               AND ifnull(here, 0) = 0 AND ifnull(wanted, 0) = 0 AND problem IS NULL
               AND (ifnull(file.size, 0) <= ?1 OR file.sha256 IN (%1$s))
             GROUP BY file.sha256 HAVING pinned OR max(ifnull(file.size, 0)) <= ?2)""".formatted(Pins.PINNED);

    /// A content to move.
    ///
    /// @param isWanted whether a person waits for it
    record Job(Direction direction, ContentHash hash, long size, boolean isWanted) {}

    private final Database database;
    private final Supplier<TransferSettings> settings;
    private final AtomicBoolean outdated = new AtomicBoolean(true);

    // Guarded by this.
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Set<ContentHash> active = new HashSet<>();
    private final Set<ContentHash> over = new HashSet<>();
    private final Postponed postponed = new Postponed();
    private boolean isCut;
    private Amount toSend = Amount.NONE;
    private Amount toFetch = Amount.NONE;

    TransferQueue(Database database, Supplier<TransferSettings> settings) {
        this.database = database;
        this.settings = settings;
    }

    /// Notes that the tables have changed; they are read again before the next content is taken.
    void changed() {
        outdated.set(true);
    }

    /// The next content, which counts as under way from now on.
    synchronized Optional<Job> next(Instant now) {
        refresh(now);
        for (var job = waiting.poll(); job != null; job = waiting.poll()) {
            if (!over.contains(job.hash()) && active.add(job.hash())) {
                return Optional.of(job);
            }
        }
        return Optional.empty();
    }

    private void refresh(Instant now) {
        if (outdated.getAndSet(false)
                || (waiting.isEmpty() && isCut)
                || (waiting.isEmpty()
                        && postponed.next().filter(at -> !now.isBefore(at)).isPresent())) {
            readAgain(now);
        }
    }

    /// Whether nothing waits that may be moved now.
    synchronized boolean isEmpty(Instant now) {
        refresh(now);
        return waiting.isEmpty() && !isCut;
    }

    /// Whether nothing waits that may be moved now, nor is under way.
    synchronized boolean isIdle(Instant now) {
        return active.isEmpty() && isEmpty(now);
    }

    /// Notes that a content was left as it was.
    synchronized void left(Job job) {
        active.remove(job.hash());
        changed();
    }

    /// Notes that a content could not be moved; others go first from now on.
    synchronized void failed(Job job, Problem problem, Instant now) {
        postponed.add(job.hash(), problem, now);
        left(job);
    }

    /// Lets everything be tried again at once.
    synchronized void retryAll() {
        postponed.clear();
        changed();
    }

    /// Why contents could not be moved that wait for another attempt.
    synchronized Map<ContentHash, Problem> problems() {
        return postponed.problems();
    }

    /// The time to the next attempt with one that could not be moved.
    synchronized Optional<Duration> untilNext(Instant now) {
        return postponed.next().map(at -> Duration.between(now, at));
    }

    /// Notes that a content need not be moved any more.
    synchronized void ended(Job job) {
        active.remove(job.hash());
        postponed.remove(job.hash());
        over.add(job.hash());
        if (job.direction() == Direction.UP) {
            toSend = toSend.minus(job.size());
        } else {
            toFetch = toFetch.minus(job.size());
        }
    }

    /// The contents still to be sent, those under way among them.
    synchronized Amount toSend() {
        return toSend;
    }

    /// The contents still to be fetched, those under way among them.
    synchronized Amount toFetch() {
        return toFetch;
    }

    /// Whether another content that is small waits to be sent.
    synchronized boolean hasSmallToSend(long small) {
        var first = waiting.peek();
        return first != null && first.direction() == Direction.UP && first.size() <= small;
    }

    private void readAgain(Instant now) {
        waiting.clear();
        over.clear();
        isCut = false;
        var rule = settings.get(); // before the read: it may be one itself
        database.read(sql -> {
            read(sql, rule);
            return true;
        });
        forgetPostponed();
        var later = postponed.waiting(now);
        waiting.removeIf(job -> later.contains(job.hash()) || active.contains(job.hash()));
        isCut &= !waiting.isEmpty();
    }

    /// Forgets what was put off and need not be moved any more, as far as all that waits is known.
    private void forgetPostponed() {
        if (!isCut) {
            var still = waiting.stream().map(Job::hash).collect(Collectors.toCollection(HashSet::new));
            still.addAll(active);
            postponed.retain(still);
        }
    }

    private void read(Sql sql, TransferSettings rule) throws SQLException {
        add(sql, Direction.DOWN, true, "SELECT sha256, size FROM " + WANTED + " ORDER BY size LIMIT ?", PAGE);
        add(sql, Direction.UP, false, "SELECT sha256, size FROM " + TO_SEND + " ORDER BY size LIMIT ?", PAGE);
        toSend = amount(sql, "SELECT count(*), sum(size) FROM " + TO_SEND);
        toFetch = amount(sql, "SELECT count(*), sum(size) FROM " + WANTED);
        addAhead(sql, rule);
    }

    private void add(Sql sql, Direction direction, boolean isWanted, String query, Object... arguments)
            throws SQLException {
        var jobs = sql.list(query, row -> job(row, direction, isWanted), arguments);
        jobs.forEach(job -> job.ifPresent(waiting::add));
        isCut |= jobs.size() == PAGE;
    }

    private static Optional<Job> job(ResultSet row, Direction direction, boolean isWanted) throws SQLException {
        var size = Math.max(0, row.getLong(2));
        return ContentHash.of(row.getString(1)).map(hash -> new Job(direction, hash, size, isWanted));
    }

    /// Adds what is fetched ahead, as far as there is room for it: what is not pinned would be evicted at once.
    private void addAhead(Sql sql, TransferSettings rule) throws SQLException {
        var largest = rule.fetch().largest();
        var limit = rule.cacheLimit().orElse(Long.MAX_VALUE);
        var here = sql.number("SELECT sum(size) FROM content WHERE here = 1").orElse(0);
        var ahead = new Ahead(limit - here);
        sql.each("SELECT sha256, size, pinned FROM " + AHEAD + " ORDER BY size", ahead::add, largest, largest);
    }

    /// The contents to fetch ahead, as they are read.
    private final class Ahead {
        private long room;
        private int added;

        Ahead(long room) {
            this.room = room;
        }

        void add(ResultSet row) throws SQLException {
            var job = job(row, Direction.DOWN, false);
            if (job.isEmpty() || (!row.getBoolean(3) && job.get().size() > room)) {
                return;
            }
            room -= job.get().size();
            toFetch = toFetch.plus(job.get().size());
            if (added < PAGE) {
                waiting.add(job.get());
                added++;
            } else {
                isCut = true;
            }
        }
    }

    private static Amount amount(Sql sql, String query) throws SQLException {
        return sql.first(query, row -> new Amount(row.getLong(1), row.getLong(2)))
                .orElse(Amount.NONE);
    }
}
