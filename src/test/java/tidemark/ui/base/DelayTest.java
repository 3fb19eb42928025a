package tidemark.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The pause and the upper bound of a delay.
final class DelayTest {
    private static final Duration TENTH = Duration.ofMillis(100);

    private final HandTime time = new HandTime();
    private final Delay delay = new BoundedDelay(time.delay(Duration.ofMillis(500)), time.delay(Duration.ofSeconds(1)));
    private final List<String> done = new ArrayList<>();

    private void ask(String... actions) {
        for (var action : actions) {
            delay.restart(() -> done.add(action));
            time.pass(TENTH);
        }
    }

    @Test
    void theNewestActionRunsOnceAfterThePause() {
        ask("a", "b");
        time.pass(Duration.ofMillis(399));
        assertThat(done).isEmpty();
        time.pass(Duration.ofMillis(1));
        assertThat(done).containsExactly("b");
        time.pass(Duration.ofMinutes(1));
        assertThat(done).containsExactly("b");
    }

    @Test
    void askedForWithoutAPauseItRunsWhenTheBoundIsReached() {
        ask("a", "b", "c", "d", "e", "f", "g", "h", "i");
        assertThat(done).isEmpty();
        ask("j");
        assertThat(done).containsExactly("j");
    }

    @Test
    void theBoundIsCountedAnewAfterEachRun() {
        ask("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        ask("k", "l", "m", "n", "o", "p", "q", "r", "s");
        assertThat(done).containsExactly("j");
        ask("t");
        assertThat(done).containsExactly("j", "t");
    }

    @Test
    void afterACancelNothingRunsAndTheBoundIsCountedAnew() {
        ask("a", "b", "c", "d", "e", "f", "g", "h", "i");
        delay.cancel();
        time.pass(Duration.ofMinutes(1));
        assertThat(done).isEmpty();
        ask("k", "l", "m", "n", "o", "p", "q", "r", "s");
        assertThat(done).isEmpty();
    }
}
