package tidemark.app.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.DatabaseException;
import tidemark.remote.Request;
import tidemark.remote.RequestListener;

/// A count of requests by day, kept with the settings for two months under keys with one beginning.
final class DailyCount implements RequestListener {
    private static final Logger LOG = LoggerFactory.getLogger(DailyCount.class);
    private static final int DAYS_KEPT = 62;
    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(10);

    private final Settings settings;
    private final Clock clock;
    private final String prefix;

    // Both guarded by this, under which no other lock is taken: whoever is told of a commit may read the counts.
    private TrafficDay unwritten;
    private Instant written;

    /// @param clock in the time zone whose days are counted
    /// @param prefix the beginning of the keys, with a dot at its end
    DailyCount(Settings settings, Clock clock, String prefix) {
        this.settings = settings;
        this.clock = clock;
        this.prefix = prefix;
        this.unwritten = TrafficDay.none(LocalDate.now(clock));
        this.written = clock.instant();
    }

    @Override
    public void requested(Request request) {
        add(TrafficDay.of(LocalDate.now(clock), request.kind()));
    }

    @Override
    public void sent(long bytes) {
        add(TrafficDay.bytes(LocalDate.now(clock), bytes, 0));
    }

    @Override
    public void received(long bytes) {
        add(TrafficDay.bytes(LocalDate.now(clock), 0, bytes));
    }

    private void add(TrafficDay more) {
        addUnlessNextDay(more).ifPresent(this::store);
    }

    /// The counts of a day that has ended with `more`.
    private synchronized Optional<TrafficDay> addUnlessNextDay(TrafficDay more) {
        var before = unwritten;
        if (more.day().equals(before.day())) {
            unwritten = before.plus(more);
            return Optional.empty();
        }
        unwritten = more;
        return Optional.of(before);
    }

    /// The days with their counts, today last; days without a request are missing. Writes nothing.
    List<TrafficDay> days() {
        var fresh = unwritten();
        var days = new TreeMap<LocalDate, TrafficDay>();
        if (isAny(fresh)) {
            days.put(fresh.day(), fresh);
        }
        settings.all(prefix).entrySet().stream()
                .flatMap(entry -> TrafficDay.read(entry.getKey(), entry.getValue()).stream())
                .forEach(stored -> days.merge(stored.day(), stored, TrafficDay::plus));
        return List.copyOf(days.values());
    }

    private synchronized TrafficDay unwritten() {
        return unwritten;
    }

    private static boolean isAny(TrafficDay counts) {
        return counts.requests() > 0 || counts.sent() > 0 || counts.received() > 0;
    }

    /// Stores the counts if that was not done for ten minutes: each time costs a transaction.
    void writeIfDue() {
        if (isDue()) {
            write();
        }
    }

    private synchronized boolean isDue() {
        return Duration.between(written, clock.instant()).abs().compareTo(BETWEEN_WRITES) >= 0;
    }

    /// Stores the counts. A database that cannot be written to now is only logged: nothing should fail for a number's
    /// sake.
    void write() {
        store(take());
    }

    private synchronized TrafficDay take() {
        var taken = unwritten;
        unwritten = TrafficDay.none(LocalDate.now(clock));
        written = clock.instant();
        return taken;
    }

    private void store(TrafficDay counts) {
        try {
            keep(counts);
            forgetOld();
        } catch (DatabaseException e) {
            LOG.info("The counts of requests are not stored: {}", e.problem());
            putBack(counts);
        }
    }

    private synchronized void putBack(TrafficDay counts) {
        if (counts.day().equals(unwritten.day())) {
            unwritten = unwritten.plus(counts);
        }
    }

    private void forgetOld() {
        var oldest = LocalDate.now(clock).minusDays(DAYS_KEPT);
        settings.all(prefix).keySet().stream()
                .filter(day -> day.compareTo(oldest.toString()) < 0)
                .forEach(day -> settings.remove(prefix + day));
    }

    /// Adds to the stored counts of the day: another process may have counted, too.
    private void keep(TrafficDay more) {
        if (isAny(more)) {
            settings.change(
                    prefix + more.day(),
                    old -> old.flatMap(text -> TrafficDay.read(more.day().toString(), text))
                            .orElse(TrafficDay.none(more.day()))
                            .plus(more)
                            .text());
        }
    }

    /// The counts of today.
    TrafficDay today() {
        var today = LocalDate.now(clock);
        return days().stream()
                .filter(day -> day.day().equals(today))
                .findFirst()
                .orElse(TrafficDay.none(today));
    }
}
