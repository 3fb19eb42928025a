package tidemark.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tidemark.schema.Value;

/// The laws of sets that are merged line by line.
final class LineSetTest {
    private static final int CASES = 2000;

    private final Random random = new Random(5);

    private LineSet random() {
        var lines = new ArrayList<String>();
        for (char line = 'a'; line < 'h'; line++) {
            if (random.nextInt(3) == 0) {
                lines.add(String.valueOf(line));
            }
        }
        return LineSet.of(lines);
    }

    @Test
    void whatEitherSideAddsIsThereAndWhatEitherTookOutIsNot() {
        assertThat(LineSet.merge(LineSet.of("a\nb\nc"), LineSet.of("a\nb\nx"), LineSet.of("b\nc\ny")))
                .isEqualTo(LineSet.of("b\nx\ny"));
    }

    @Test
    void itDoesNotMatterWhichSideIsMine() {
        for (int i = 0; i < CASES; i++) {
            var base = random();
            var mine = random();
            var theirs = random();
            assertThat(LineSet.merge(base, mine, theirs)).isEqualTo(LineSet.merge(base, theirs, mine));
        }
    }

    @Test
    void norInWhichOrderThreeAreMerged() {
        for (int i = 0; i < CASES; i++) {
            var base = random();
            var all = List.of(random(), random(), random());
            var leftFirst = LineSet.merge(base, LineSet.merge(base, all.get(0), all.get(1)), all.get(2));
            var rightFirst = LineSet.merge(base, all.get(0), LineSet.merge(base, all.get(1), all.get(2)));
            assertThat(leftFirst).isEqualTo(rightFirst);
        }
    }

    @Test
    void mergingAgainChangesNothing() {
        for (int i = 0; i < CASES; i++) {
            var base = random();
            var mine = random();
            assertThat(LineSet.merge(base, mine, mine)).isEqualTo(mine);
            assertThat(LineSet.merge(base, mine, base)).isEqualTo(mine);
            var merged = LineSet.merge(base, mine, random());
            assertThat(LineSet.merge(mine, merged, merged)).isEqualTo(merged);
        }
    }

    @Test
    void equalSetsAreEqualTexts() {
        assertThat(LineSet.of("b\n\na\nb").value()).contains(Value.of("a\nb"));
        assertThat(LineSet.of("").value()).isEmpty();
    }
}
