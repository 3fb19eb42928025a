package tidemark.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tidemark.merge.TextPatch.Splice;

/// The changes between two texts: they lead from the one to the other, say no more than differs, and fit nothing else.
final class TextPatchTest {
    private static final List<String> PIECES =
            List.of("a", "b", " ", "\n", "\r\n", "é", "\uD83D\uDE00", "\uD83D\uDE01");

    private static String random(Random random) {
        var text = new StringBuilder();
        for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void bothKindsLeadFromOneTextToTheOther() {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            var was = random(random);
            var now = random(random);
            assertThat(TextPatch.between(was, now).apply(was)).hasValue(now);
            assertThat(TextPatch.byLines(was, now).apply(was)).hasValue(now);
        }
    }

    @Test
    void oneSpliceHoldsWhatDiffersAndNothingElse() {
        assertThat(TextPatch.between("one two three", "one 2 three").splices())
                .containsExactly(new Splice(4, "two", "2"));
        assertThat(TextPatch.between("aaa", "aaaa").splices()).containsExactly(new Splice(3, "", "a"));
        assertThat(TextPatch.between("aaaa", "aaa").splices()).containsExactly(new Splice(3, "a", ""));
        assertThat(TextPatch.between("abc", "abc").splices()).containsExactly(new Splice(3, "", ""));
        assertThat(TextPatch.between("", "x").splices()).containsExactly(new Splice(0, "", "x"));
    }

    /// Two smileys share their first half, and two others their second.
    @Test
    void aCharacterOfTwoHalvesIsReplacedWhole() {
        assertThat(TextPatch.between("x\uD83D\uDE00y", "x\uD83D\uDE01y").splices())
                .containsExactly(new Splice(1, "\uD83D\uDE00", "\uD83D\uDE01"));
        assertThat(TextPatch.between("x\uD83D\uDE00y", "x\uD83E\uDE00y").splices())
                .containsExactly(new Splice(1, "\uD83D\uDE00", "\uD83E\uDE00"));
        assertThat(TextPatch.between("\uD83D\uDE00a", "\uD83D\uDE00b").splices())
                .containsExactly(new Splice(1, "a", "b"));
    }

    @Test
    void eachRunOfLinesHasASpliceOfItsOwn() {
        var was = "\uD83D\uDE00\nb\nc\nd\n";
        var now = "\uD83D\uDE00\nB\nc\nd\ne\n";
        assertThat(TextPatch.byLines(was, now).splices())
                .containsExactly(new Splice(2, "b\n", "B\n"), new Splice(8, "", "e\n"));
        assertThat(TextPatch.byLines(was, was).splices()).isEmpty();
    }

    @Test
    void textsOfVeryManyLinesAreComparedWithoutTheirLines() {
        var most = "\n".repeat(100_000);
        assertThat(TextPatch.byLines("a\n" + most.substring(1) + "z", "b\n" + most.substring(1) + "y")
                        .splices())
                .hasSize(2);
        assertThat(TextPatch.byLines("a\n" + most.substring(1) + "z", "b\n" + most + "y")
                        .splices())
                .hasSize(1);
    }

    @Test
    void textsThatDifferAlmostEverywhereAreComparedAsOnePiece() {
        var was = new StringBuilder();
        var now = new StringBuilder();
        for (int line = 0; line < 20_000; line++) {
            was.append(line).append('\n');
            now.append(line % 2 == 0 ? line : -line).append('\n');
        }
        assertThat(TextPatch.byLines(was.toString(), now.toString()).splices()).hasSize(1);
        assertThat(TextPatch.byLines(was.toString(), now.toString()).apply(was.toString()))
                .hasValue(now.toString());
    }

    @Test
    void itFitsNoTextThatHasSomethingElseInItsPlace() {
        var patch = new TextPatch(List.of(new Splice(2, "c", "C"), new Splice(4, "e", "")));
        assertThat(patch.apply("abcde")).hasValue("abCd");
        assertThat(patch.apply("abxde")).isEmpty();
        assertThat(patch.apply("abcdx")).isEmpty();
        assertThat(patch.apply("abcd")).isEmpty();
        assertThat(patch.apply("abc")).isEmpty();
        assertThat(patch.apply("")).isEmpty();
    }

    /// A batch comes from the remote, and says what it likes.
    @Test
    void placesOutOfOrderOrOutsideAreRefused() {
        assertThat(new TextPatch(List.of(new Splice(-1, "", "x"))).apply("ab")).isEmpty();
        assertThat(new TextPatch(List.of(new Splice(3, "", "x"))).apply("ab")).isEmpty();
        assertThat(new TextPatch(List.of(new Splice(2, "", "x"))).apply("ab")).hasValue("abx");
        assertThat(new TextPatch(List.of(new Splice(1, "b", "B"), new Splice(0, "a", "A"))).apply("ab"))
                .isEmpty();
        assertThat(new TextPatch(List.of(new Splice(0, "ab", ""), new Splice(1, "b", ""))).apply("ab"))
                .isEmpty();
        assertThat(new TextPatch(List.of(new Splice(0, "a", "A"), new Splice(1, "b", "B"))).apply("ab"))
                .hasValue("AB");
    }

    @Test
    void itsSizeCountsBothSidesAndAnAllowanceForEachSplice() {
        assertThat(new TextPatch(List.of()).size()).isZero();
        assertThat(new TextPatch(List.of(new Splice(0, "abc", "defgh"), new Splice(9, "", "i"))).size())
                .isEqualTo(3 + 5 + 16 + 1 + 16);
    }
}
