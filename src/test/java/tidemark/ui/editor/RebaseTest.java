package tidemark.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A field of an open editor meets what was written to the library meanwhile.
final class RebaseTest {
    private static final List<String> TEXTS =
            List.of("", "a\n", "a\n\nb\n", "A\n\nb\n", "a\n\nB\n", "A\n\nB\n", "a\n\nb\n\nc");

    /// Something that holds for any three texts.
    private interface Law {
        void holds(String base, String mine, String theirs);
    }

    private static void always(Law law) {
        for (var base : TEXTS) {
            for (var mine : TEXTS) {
                TEXTS.forEach(theirs -> law.holds(base, mine, theirs));
            }
        }
    }

    @Test
    void theirsIsTakenWhereIHaveChangedNothing() {
        assertThat(Rebase.of("River", "River", "Brook")).isEqualTo(new Rebase<>("Brook", "Brook"));
    }

    @Test
    void mineStaysWhereTheyHaveChangedNothing() {
        assertThat(Rebase.of("River", "Brook", "River")).isEqualTo(new Rebase<>("River", "Brook"));
    }

    @Test
    void theSameChangeOnBothSidesIsNoChangeAnyMore() {
        assertThat(Rebase.of("River", "Brook", "Brook")).isEqualTo(new Rebase<>("Brook", "Brook"));
    }

    /// The save then finds out that two versions must be kept.
    @Test
    void twoChangesOfAWholeFieldLeaveMineOnTheOldBase() {
        assertThat(Rebase.of("River", "Brook", "Stream")).isEqualTo(new Rebase<>("River", "Brook"));
    }

    @Test
    void changesOfDifferentLinesAreLaidTogetherOnTheirs() {
        assertThat(Rebase.text("one\n\ntwo\n", "ONE\n\ntwo\n", "one\n\nTWO\n"))
                .isEqualTo(new Rebase<>("one\n\nTWO\n", "ONE\n\nTWO\n"));
    }

    @Test
    void changesOfTheSameWordsLeaveMineOnTheOldBase() {
        assertThat(Rebase.text("one\n", "eins\n", "uno\n")).isEqualTo(new Rebase<>("one\n", "eins\n"));
    }

    /// A half merge would be saved as if they had never written theirs.
    @Test
    void oneDisputedLineKeepsTheWholeTextOnTheOldBase() {
        assertThat(Rebase.text("one\n\ntwo\n", "eins\n\ntwo\n", "uno\n\nTWO\n"))
                .isEqualTo(new Rebase<>("one\n\ntwo\n", "eins\n\ntwo\n"));
    }

    @Test
    void theBaseIsTheOldOneOrTheirs() {
        always((base, mine, theirs) -> {
            assertThat(Rebase.of(base, mine, theirs).base()).isIn(base, theirs);
            assertThat(Rebase.text(base, mine, theirs).base()).isIn(base, theirs);
        });
    }

    @Test
    void aWholeFieldThatIHaveChangedIsNeverReplaced() {
        always((base, mine, theirs) ->
                assertThat(Rebase.of(base, mine, theirs).value()).isEqualTo(mine.equals(base) ? theirs : mine));
    }

    @Test
    void seeingTheSameTwiceChangesNothingMore() {
        always((base, mine, theirs) -> {
            var once = Rebase.text(base, mine, theirs);
            assertThat(Rebase.text(once.base(), once.value(), theirs)).isEqualTo(once);
        });
    }

    @Test
    void aTextThatOneSideLeftAloneIsTheOtherSides() {
        always((base, mine, theirs) -> {
            assertThat(Rebase.text(base, base, theirs)).isEqualTo(new Rebase<>(theirs, theirs));
            assertThat(Rebase.text(base, mine, base)).isEqualTo(new Rebase<>(base, mine));
        });
    }
}
