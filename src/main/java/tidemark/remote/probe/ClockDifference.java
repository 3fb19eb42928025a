package tidemark.remote.probe;

import java.time.Duration;
import java.util.Optional;
import tidemark.problem.Count;
import tidemark.problem.Problem;

/// The difference between the server's clock and this computer's, where the server tells its time.
///
/// @param ahead positive when the server is ahead
record ClockDifference(Optional<Duration> ahead) {
    /// The largest difference that passes; services refuse signatures that are 15 minutes off.
    private static final Duration MOST = Duration.ofMinutes(10);

    Outcome outcome() {
        if (ahead.isEmpty()) {
            return new Outcome.Skipped("This storage does not tell its time.");
        }
        var seconds = ahead.get().toSeconds();
        return ahead.get().abs().compareTo(MOST) < 0
                ? new Outcome.Passed("They differ by " + Math.abs(seconds) + " s.")
                : new Outcome.Failed(new Problem(
                        "This computer's clock is " + Count.of(Math.abs(seconds) / 60, "minute") + " "
                                + (seconds > 0 ? "behind" : "ahead of") + " the server's.",
                        "The server will refuse signatures that look too old or too new.",
                        "Set the computer's date, time and time zone, best of all automatically."));
    }
}
