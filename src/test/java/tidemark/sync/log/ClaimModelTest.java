package tidemark.sync.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// An exhaustive walk through every state that two devices can reach when they want one number for batches of their
/// own: writes land at any later time, devices crash at any point and go on as new proposers, claims are deleted once
/// the final name is taken.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ClaimModelTest {
    /// The first reachable state that `isWrong`, if there is one.
    private static Optional<ClaimModel> find(Flaw flaw, Predicate<ClaimModel> isWrong) {
        var start = ClaimModel.start();
        var seen = new HashSet<ClaimModel>();
        var next = new ArrayDeque<ClaimModel>();
        next.add(start);
        seen.add(start);
        while (!next.isEmpty()) {
            var state = next.remove();
            if (isWrong.test(state)) {
                return Optional.of(state);
            }
            for (var after : state.steps(flaw)) {
                if (seen.add(after)) {
                    next.add(after);
                }
            }
        }
        assertThat(seen)
                .as("states, so that it is known that something was explored")
                .hasSizeGreaterThan(10_000);
        return Optional.empty();
    }

    @Test
    void noTwoDevicesEverDecideDifferently() {
        assertThat(find(Flaw.NONE, ClaimModel::hasTwoDecisions)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void eachKnownWrongVariantIsFoundToFail(Flaw flaw) {
        assertThat(find(flaw, ClaimModel::hasTwoDecisions)).isPresent();
    }

    @Test
    void aDeviceThatCrashedBeforeItsFinalWriteIsFinishedByTheOther() {
        assertThat(find(Flaw.NONE, state -> state.wasFinishedByTheOther())).isPresent();
    }
}
