package tidemark.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The answers and failures that work in the background hands to the window.
final class BackgroundTest {
    private final List<Throwable> banner = new ArrayList<>();
    private final List<Throwable> handled = new ArrayList<>();
    private final Background background = new Background(Runnable::run, Runnable::run, banner::add);
    private final IllegalStateException failure = new IllegalStateException("on purpose");

    private void fail(Object answer) {
        throw failure;
    }

    @Test
    void anAnswerOverWhichTheWindowFailsIsTold() {
        background.run(() -> 1).then(this::fail);
        assertThat(banner).containsExactly(failure);
    }

    @Test
    void anAnswerOverWhichTheWindowFailsGoesToWhoHandlesTheFailure() {
        background.run(() -> 1).then(this::fail, handled::add);
        assertThat(handled).containsExactly(failure);
        assertThat(banner).isEmpty();
    }

    @Test
    void aHandlerThatFailsIsTold() {
        var work = new IllegalArgumentException("the work");
        background
                .run(() -> {
                    throw work;
                })
                .then(_ -> {}, this::fail);
        assertThat(banner).containsExactly(failure);
    }

    @Test
    void aFailureIsGivenToItsHandlerOnce() {
        background
                .run(() -> {
                    throw failure;
                })
                .then(_ -> {}, handled::add);
        assertThat(handled).containsExactly(failure);
        assertThat(banner).isEmpty();
    }

    @Test
    void whatRunsAfterSomethingHasItsResult() {
        var earlier = background.run(() -> 1);
        background
                .runAfter(earlier, one -> one.orElseThrow() + 1)
                .then(two -> assertThat(two).isEqualTo(2));
        assertThat(banner).isEmpty();
    }

    @Test
    void whatRunsAfterAFailureHasNone() {
        var seen = new ArrayList<Boolean>();
        Background.Pending<Integer> earlier = background.run(() -> {
            throw failure;
        });
        background.runAfter(earlier, result -> result.isEmpty()).then(seen::add);
        assertThat(seen).containsExactly(true);
    }
}
