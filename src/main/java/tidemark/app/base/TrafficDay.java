package tidemark.app.base;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tidemark.remote.Request;

/// The requests to a remote on one day, and the bytes of bodies sent and received.
///
/// @param writes requests that put or list, which providers charge as class A
/// @param reads requests that get, charged as class B
/// @param deletes requests that delete, mostly free
/// @param sent bytes of bodies
/// @param received bytes of bodies
public record TrafficDay(LocalDate day, long writes, long reads, long deletes, long sent, long received) {
    private static final int DAYS_OF_A_MONTH = 30;
    private static final int DAYS_LOOKED_AT = 7;

    static TrafficDay none(LocalDate day) {
        return new TrafficDay(day, 0, 0, 0, 0, 0);
    }

    static TrafficDay of(LocalDate day, Request.Kind kind) {
        return switch (kind) {
            case PUT, CREATE, LIST -> new TrafficDay(day, 1, 0, 0, 0, 0);
            case GET, HEAD -> new TrafficDay(day, 0, 1, 0, 0, 0);
            case DELETE -> new TrafficDay(day, 0, 0, 1, 0, 0);
        };
    }

    static TrafficDay bytes(LocalDate day, long sent, long received) {
        return new TrafficDay(day, 0, 0, 0, sent, received);
    }

    TrafficDay plus(TrafficDay more) {
        return new TrafficDay(
                day,
                writes + more.writes,
                reads + more.reads,
                deletes + more.deletes,
                sent + more.sent,
                received + more.received);
    }

    /// The number of all requests.
    public long requests() {
        return writes + reads + deletes;
    }

    static long requestsPerMonth(List<TrafficDay> days) {
        var last = days.subList(Math.max(0, days.size() - DAYS_LOOKED_AT), days.size());
        return Math.round(
                last.stream().mapToLong(TrafficDay::requests).average().orElse(0) * DAYS_OF_A_MONTH);
    }

    String text() {
        return writes + " " + reads + " " + deletes + " " + sent + " " + received;
    }

    /// The counts in a text that [#text] wrote; empty for any other text.
    static Optional<TrafficDay> read(String day, String text) {
        try {
            var n = Arrays.stream(text.split(" ", -1))
                    .mapToLong(Long::parseLong)
                    .toArray();
            return n.length == 5
                    ? Optional.of(new TrafficDay(LocalDate.parse(day), n[0], n[1], n[2], n[3], n[4]))
                    : Optional.empty();
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
