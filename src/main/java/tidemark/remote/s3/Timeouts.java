package tidemark.remote.s3;

import java.time.Duration;

/// How long a silent server is waited for.
record Timeouts(Duration silence) {
    /// A slow line may be silent for a while; a dead one should be noticed.
    static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(30));

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /// For a connection to be made.
    Duration connect() {
        return silence.compareTo(CONNECT) < 0 ? silence : CONNECT;
    }
}
