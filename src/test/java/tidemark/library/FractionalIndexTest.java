package tidemark.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Positions between positions.
final class FractionalIndexTest {
    @Test
    void keysMadeAnywhereStayInOrderAndValid() {
        var random = new Random(5);
        var keys = new ArrayList<String>();
        for (int i = 0; i < 3000; i++) {
            int at = i % 3 == 0 ? random.nextInt(keys.size() + 1) : i % 3 == 1 ? 0 : keys.size();
            var before = at == 0 ? Optional.<String>empty() : Optional.of(keys.get(at - 1));
            var after = at == keys.size() ? Optional.<String>empty() : Optional.of(keys.get(at));
            keys.add(at, FractionalIndex.between(before, after));
        }

        assertThat(keys).isSorted().doesNotHaveDuplicates().allMatch(FractionalIndex::valid);
    }

    @Test
    void appendingAHundredThousandTimesKeepsKeysShort() {
        var key = Optional.<String>empty();
        for (int i = 0; i < 100_000; i++) {
            key = Optional.of(FractionalIndex.between(key, Optional.empty()));
        }

        assertThat(key.orElseThrow()).hasSizeLessThan(6);
    }

    @Test
    void insertingAlwaysAtTheSameSpotStillFindsRoom() {
        var before = FractionalIndex.between(Optional.empty(), Optional.empty());
        var after = FractionalIndex.between(Optional.of(before), Optional.empty());
        for (int i = 0; i < 500; i++) {
            var middle = FractionalIndex.between(Optional.of(before), Optional.of(after));
            assertThat(middle).isGreaterThan(before).isLessThan(after);
            after = middle;
        }
    }

    @Test
    void whatNoKeyLooksLikeIsNotValid() {
        assertThat(FractionalIndex.valid("")).isFalse();
        assertThat(FractionalIndex.valid("a")).isFalse();
        assertThat(FractionalIndex.valid("a10")).isFalse();
        assertThat(FractionalIndex.valid("b1")).isFalse();
        assertThat(FractionalIndex.valid("~~")).isFalse();
        assertThat(FractionalIndex.valid("a1V")).isTrue();
    }
}
