package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.sync.Pair.onlyConflict;

import org.junit.jupiter.api.BeforeEach;
import tidemark.merge.Rule;

/// A test with two devices that hold the same project, note and collections.
abstract class WithWork extends WithPair {
    @BeforeEach
    final void begin() {
        laptop.set("collection", "c1", "name", "Work");
        laptop.set("collection", "c2", "name", "Home");
        laptop.set("project", "p1", "title", "River", "summary", "one\ntwo\nthree\n");
        laptop.set("note", "n1", "project", "p1", "title", "Samples", "body", "a\nb\nc\n");
        pair.sync();
    }

    final void noConflict() {
        assertThat(laptop.library().conflicts().count()).isZero();
    }

    static Rule rule(Copy device) {
        return onlyConflict(device).subject().rule();
    }
}
