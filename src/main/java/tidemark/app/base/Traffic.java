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

/// Counts what the remote is asked, by day, because providers charge for it; kept beside the library for two months.
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

    public Traffic(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.unwritten = TrafficDay.none(LocalDate.now(clock));
        this.written = clock.instant();
    }

    @Override
    public void asked(Request request) {
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

    /// What was counted, today last; days without a request are missing.
    public synchronized List<TrafficDay> days() {
        write();
        return settings.all(PREFIX).entrySet().stream()
                .flatMap(entry -> TrafficDay.read(entry.getKey(), entry.getValue()).stream())
                .toList();
    }

    /// How many requests a month would have if it went on like the last seven days that had any.
    public long requestsPerMonth() {
        return TrafficDay.requestsPerMonth(days());
    }

    /// Writes down what was counted, when that was not done for a while: each time costs a transaction.
    public synchronized void writeIfDue() {
        if (Duration.between(written, clock.instant()).abs().compareTo(BETWEEN_WRITES) >= 0) {
            write();
        }
    }

    /// Writes down what was counted. A library that cannot be written to now must not fail for a number's sake.
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

    /// Another process may have counted on the same day: its numbers stay.
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

    /// What the person wants to know of it.
    ///
    /// @param requestsPerMonth if it went on like the last days
    public record Summary(TrafficDay today, long requestsPerMonth) {}

    /// Today and the month.
    public Summary summary() {
        return new Summary(today(), requestsPerMonth());
    }

    /// The sum of today.
    public TrafficDay today() {
        var today = LocalDate.now(clock);
        return days().stream()
                .filter(day -> day.day().equals(today))
                .findFirst()
                .orElse(TrafficDay.none(today));
    }
}
