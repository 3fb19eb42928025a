package tidemark.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The limits on the work of a merge, to the step: two devices that gave up at different places would merge
/// differently.
final class BudgetTest {
    private static final int MOST_CHARACTERS = 400_000;

    /// Lines whose first word one side changed and whose last word the other.
    private static Optional<String> merged(int characters, long steps) {
        int first = characters / 3 - 101;
        var rest = " " + "b".repeat(100);
        int more = characters - 3 * (first + rest.length());
        return new WordMerge(new Budget(steps))
                .of(
                        List.of("a".repeat(first) + rest),
                        List.of("c".repeat(first + more) + rest),
                        List.of("a".repeat(first) + " " + "d".repeat(100)));
    }

    @Test
    void whatIsLeftCanBeSpentAndNoMore() {
        var budget = new Budget(3);
        assertThatCode(() -> budget.spend(2)).doesNotThrowAnyException();
        assertThatCode(() -> budget.spend(1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> budget.spend(1)).isInstanceOf(Budget.Exceeded.class);
    }

    @Test
    void wordsAreMergedUpToAFixedNumberOfCharacters() {
        assertThat(merged(MOST_CHARACTERS, Long.MAX_VALUE)).isPresent();
        assertThat(merged(MOST_CHARACTERS + 1, Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void readingTheWordsTakesFourStepsForEachCharacter() {
        int comparing = 200;
        assertThat(merged(3_000, 4 * 3_000 + comparing)).isPresent();
        assertThat(merged(3_000, 4 * 3_000 - 1)).isEmpty();
    }

    /// Myers' first round looks at one diagonal, along at most the two tokens of the shorter side.
    @Test
    void aDifferenceTakesAStepForEachTokenAndThenForEachRound() {
        var base = List.of(1, 2, 3, 4);
        assertThat(Diff.between(base, base, new Budget(8 + 1))).isEmpty();
        assertThatThrownBy(() -> Diff.between(base, base, new Budget(7))).isInstanceOf(Budget.Exceeded.class);
    }

    @Test
    void aTextOfTheMostLinesIsStillMergedByLine() {
        var third = "\n".repeat(66_666);
        assertThat(TextMerge.merge("a" + third, "A" + third, "a" + third + "\n\n")
                        .isClean())
                .isTrue();
        assertThat(TextMerge.hunks("a" + third, "A" + third, "a" + third + "\n\n\n"))
                .hasSize(1);
    }
}
