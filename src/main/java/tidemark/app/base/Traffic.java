package tidemark.app.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.DatabaseException;
import tidemark.remote.Request;
import tidemark.remote.RequestListener;

/// The count of requests to the remote by day, because providers charge for them; kept with the settings for two
/// months.
public final class Traffic implements RequestListener {
    private static final Logger LOG = LoggerFactory.getLogger(Traffic.class);
    private static final String PREFIX = "traffic.";
    private static final int DAYS_KEPT = 62;
    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(10);

    private final Settings settings;
    private final Clock clock;

    // Both guarded by this.
    private TrafficDay unwritten;
    private Instant written;

    /// A counter that keeps its numbers in these settings.
    ///
    /// @param clock in the time zone whose days are counted
    public Traffic(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
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

    private synchronized void add(TrafficDay more) {
        if (!more.day().equals(unwritten.day())) {
            write();
        }
        unwritten = unwritten.plus(more);
    }

    /// The days with their counts, today last; days without a request are missing.
    public synchronized List<TrafficDay> days() {
        write();
        return settings.all(PREFIX).entrySet().stream()
                .flatMap(entry -> TrafficDay.read(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /// The requests of a month, if it goes on like the last seven days that had any.
    public long requestsPerMonth() {
        return TrafficDay.requestsPerMonth(days());
    }

    /// Stores the counts if that was not done for ten minutes: each time costs a transaction.
    public synchronized void writeIfDue() {
        if (Duration.between(written, clock.instant()).abs().compareTo(BETWEEN_WRITES) >= 0) {
            write();
        }
    }

    /// Stores the counts. A database that cannot be written to now is only logged: nothing should fail for a number's
    /// sake.
    public synchronized void write() {
        try {
            writeDown();
        } catch (DatabaseException e) {
            LOG.info("What the remote was asked is not written down: {}", e.problem());
        }
    }

    private void writeDown() {
        keep(unwritten);
        unwritten = TrafficDay.none(LocalDate.now(clock));
        written = clock.instant();
        var oldest = unwritten.day().minusDays(DAYS_KEPT);
        settings.all(PREFIX).keySet().stream()
                .filter(day -> day.compareTo(oldest.toString()) < 0)
                .forEach(day -> settings.remove(PREFIX + day));
    }

    /// Adds to the stored counts of the day: another process may have counted, too.
    private void keep(TrafficDay more) {
        if (more.requests() > 0 || more.sent() > 0 || more.received() > 0) {
            settings.change(
                    PREFIX + more.day(),
                    old -> old.flatMap(text -> TrafficDay.read(more.day().toString(), text))
                            .orElse(TrafficDay.none(more.day()))
                            .plus(more)
                            .text());
        }
    }

    /// The counts in short, for people.
    ///
    /// @param requestsPerMonth the requests of a month, if it goes on like the last days
    public record Summary(TrafficDay today, long requestsPerMonth) {}

    /// The counts of today and of a month.
    public Summary summary() {
        return new Summary(today(), requestsPerMonth());
    }

    /// The counts of today.
    public TrafficDay today() {
        var today = LocalDate.now(clock);
        return days().stream()
                .filter(day -> day.day().equals(today))
                .findFirst()
                .orElse(TrafficDay.none(today));
    }
}
