package tidemark.app.base;

import java.time.Clock;
import java.util.List;
import tidemark.remote.Request;
import tidemark.remote.RequestListener;

/// The count of requests to the remote by day, because providers charge for them.
///
/// Those of probes are counted apart: a place is probed when it is set up and after an update, so they say nothing of
/// the days to come.
public final class Traffic implements RequestListener {
    private final DailyCount ongoing;
    private final DailyCount probes;

    /// A count that keeps its numbers in these settings.
    ///
    /// @param clock in the time zone whose days are counted
    public Traffic(Settings settings, Clock clock) {
        this.ongoing = new DailyCount(settings, clock, "traffic.");
        this.probes = new DailyCount(settings, clock, "probe-traffic.");
    }

    /// The listener for the requests of a probe.
    public RequestListener ofProbes() {
        return probes;
    }

    @Override
    public void requested(Request request) {
        ongoing.requested(request);
    }

    @Override
    public void sent(long bytes) {
        ongoing.sent(bytes);
    }

    @Override
    public void received(long bytes) {
        ongoing.received(bytes);
    }

    /// The days with their counts, today last; days without a request are missing. Writes nothing.
    public List<TrafficDay> days() {
        return ongoing.days();
    }

    /// The requests of a month, if it goes on like the last seven days that had any.
    public long requestsPerMonth() {
        return TrafficDay.requestsPerMonth(days());
    }

    /// Stores the counts if that was not done for ten minutes: each time costs a transaction.
    public void writeIfDue() {
        ongoing.writeIfDue();
        probes.writeIfDue();
    }

    /// Stores the counts. A database that cannot be written to now is only logged: nothing should fail for a number's
    /// sake.
    public void write() {
        ongoing.write();
        probes.write();
    }

    /// The counts in short, for people.
    ///
    /// @param probes the requests of today's probes, which are not among today's
    /// @param requestsPerMonth the requests of a month, if it goes on like the last days
    public record Summary(TrafficDay today, long probes, long requestsPerMonth) {}

    /// The counts of today and of a month.
    public Summary summary() {
        return new Summary(today(), probesToday(), requestsPerMonth());
    }

    /// The counts of today.
    public TrafficDay today() {
        return ongoing.today();
    }

    /// The requests of today's probes.
    public long probesToday() {
        return probes.today().requests();
    }
}
