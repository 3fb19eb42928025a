package tidemark.remote.s3;

import java.time.Duration;

/// The timeouts of requests.
///
/// @param silence the longest wait for a silent server
record Timeouts(Duration silence) {
    /// The usual ones: a slow connection may be silent for a while, a dead one should be noticed.
    static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(30));

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /// The longest wait for a connection.
    Duration connect() {
        return silence.compareTo(CONNECT) < 0 ? silence : CONNECT;
    }
}
