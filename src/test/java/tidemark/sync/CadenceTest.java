package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The times at which the next look at the remote is due.
final class CadenceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private final Cadence cadence = new Cadence(new Random(1));

    @BeforeEach
    void somethingHappenedJustNow() {
        cadence.active(NOW);
    }

    @Test
    void theNextPollIsHalfAMinuteAway() {
        cadence.begin();
        cadence.succeeded(NOW);
        assertThat(cadence.due(NOW)).isEqualTo(NOW.plusSeconds(30));
    }

    /// The round may have looked before the change arrived.
    @Test
    void whatCallsForALookDuringARoundIsLookedAtAfterIt() {
        cadence.begin();
        cadence.hurry(NOW);
        cadence.succeeded(NOW);
        assertThat(cadence.due(NOW)).isEqualTo(NOW);
        cadence.begin();
        cadence.succeeded(NOW);
        assertThat(cadence.due(NOW)).isEqualTo(NOW.plusSeconds(30));
    }
}
