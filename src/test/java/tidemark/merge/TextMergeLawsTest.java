package tidemark.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tidemark.merge.Cases.Three;
import tidemark.merge.Hunk.Pick;

/// The laws of every merge of texts. Assertions run only where a law is broken: a hundred thousand of them would take
/// longer than the merges.
final class TextMergeLawsTest {
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private interface Law {
        /// The broken law in words; empty when it holds.
        String broken(Three three);
    }

    private static void holds(long seed, Law law) {
        var cases = new Cases(seed);
        for (int i = 0; i < Cases.count(); i++) {
            var three = cases.next();
            var broken = law.broken(three);
            if (!broken.isEmpty()) {
                assertThat(broken).as("case %s: %s", i, three).isEmpty();
            }
        }
    }

    private static String unless(boolean holds, String wrong) {
        return holds ? "" : wrong;
    }

    @Test
    void aMergeWithAnUnchangedSideIsTheOtherSide() {
        holds(1, three -> {
            var mine = TextMerge.merge(three.base(), three.mine(), three.base());
            var theirs = TextMerge.merge(three.base(), three.base(), three.theirs());
            return unless(
                    mine.equals(new TextMerge.Result(three.mine(), true))
                            && theirs.equals(new TextMerge.Result(three.theirs(), true)),
                    mine + " " + theirs);
        });
    }

    @Test
    void theSameChangeOnBothSidesIsThatChange() {
        holds(2, three -> {
            var both = TextMerge.merge(three.base(), three.mine(), three.mine());
            return unless(both.equals(new TextMerge.Result(three.mine(), true)), both.toString());
        });
    }

    @Test
    void aCleanMergeDoesNotDependOnWhichSideIsMine() {
        holds(3, three -> {
            var here = TextMerge.merge(three.base(), three.mine(), three.theirs());
            var there = TextMerge.merge(three.base(), three.theirs(), three.mine());
            return unless(
                    here.isClean() == there.isClean() && (!here.isClean() || here.equals(there)), here + " " + there);
        });
    }

    @Test
    void aConflictIsOneForBothSidesInTheSameHunks() {
        holds(4, three -> {
            var here = TextMerge.text(TextMerge.hunks(three.base(), three.mine(), three.theirs()), _ -> Pick.THEIRS);
            var there = TextMerge.text(TextMerge.hunks(three.base(), three.theirs(), three.mine()), _ -> Pick.MINE);
            return unless(here.equals(there), here + " | " + there);
        });
    }

    @Test
    void thePiecesOfAMergeAreTheThreeTexts() {
        holds(5, three -> {
            var hunks = TextMerge.hunks(three.base(), three.mine(), three.theirs());
            return unless(
                    same(hunks, Hunk::base, three.base())
                            && same(hunks, Hunk::mine, three.mine())
                            && same(hunks, Hunk::theirs, three.theirs()),
                    hunks.toString());
        });
    }

    private static boolean same(List<Hunk> hunks, Function<Hunk, List<String>> side, String text) {
        return LineEnds.plain(joined(hunks, side)).equals(LineEnds.plain(text));
    }

    private static String joined(List<Hunk> hunks, Function<Hunk, List<String>> side) {
        return hunks.stream().map(side).flatMap(List::stream).collect(Collectors.joining());
    }

    @Test
    void theResultIsThePiecesWithMinePicked() {
        holds(6, three -> {
            var result = TextMerge.merge(three.base(), three.mine(), three.theirs());
            var hunks = TextMerge.hunks(three.base(), three.mine(), three.theirs());
            var isTrivial = three.mine().equals(three.theirs())
                    || three.base().equals(three.theirs())
                    || three.base().equals(three.mine());
            return unless(isTrivial || result.text().equals(TextMerge.text(hunks, _ -> Pick.MINE)), result.toString());
        });
    }

    /// A line that one side added or changed, and that the other does not touch, is in the result.
    @Test
    void noLineThatOnlyOneSideTouchedIsLost() {
        holds(7, three -> {
            var lines = plain(
                    TextMerge.merge(three.base(), three.mine(), three.theirs()).text());
            var missing = new ArrayList<String>();
            for (var hunk : TextMerge.hunks(three.base(), three.mine(), three.theirs())) {
                switch (hunk) {
                    case Hunk.Mine mine -> missing.addAll(mine.lines());
                    case Hunk.Theirs theirs -> missing.addAll(theirs.lines());
                    case Hunk.Same same -> missing.addAll(same.lines());
                    case Hunk.Both both -> missing.addAll(both.lines());
                    case Hunk.WordMerged _, Hunk.Conflict _ -> {}
                }
            }
            return unless(
                    containsAll(lines, missing.stream().map(LineEnds::plain).toList()), missing.toString());
        });
    }

    private static List<String> plain(String text) {
        return new ArrayList<>(LineEnds.lines(LineEnds.plain(text)));
    }

    private static boolean containsAll(List<String> lines, List<String> wanted) {
        return wanted.stream().allMatch(lines::remove);
    }

    /// Marked words, each typed by one side alone: every one is in a clean merge.
    @Test
    void everyNewWordOfEitherSideIsInACleanMerge() {
        holds(8, three -> {
            var result = TextMerge.merge(three.base(), three.mine(), three.theirs());
            return unless(
                    !result.isClean()
                            || Stream.concat(marks(three.mine()), marks(three.theirs()))
                                    .allMatch(result.text()::contains),
                    result.text());
        });
    }

    private static Stream<String> marks(String text) {
        return Pattern.compile("new \\d+").matcher(text).results().map(found -> found.group());
    }

    @Test
    void noCharacterIsEverCut() {
        holds(9, three -> {
            var text =
                    TextMerge.merge(three.base(), three.mine(), three.theirs()).text();
            var known = characters(three.base() + three.mine() + three.theirs() + "\r\n");
            var cut = new ArrayList<>(characters(text));
            cut.removeAll(known);
            return unless(cut.isEmpty(), cut.toString());
        });
    }

    private static List<String> characters(String text) {
        return CHARACTER
                .matcher(text)
                .results()
                .map(found -> found.group())
                .distinct()
                .toList();
    }

    /// Three devices, each of which edited other lines of one text: whichever order the log has, the text is the same.
    @Test
    void aCleanMergeDoesNotDependOnTheOrderOfTheLog() {
        var random = new Random(10);
        int clean = 0;
        for (int i = 0; i < Cases.count() / 10; i++) {
            var texts = new ArrayList<String>();
            var base = LineEnds.lines("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n");
            for (int device = 0; device < 3; device++) {
                texts.add(edited(base, device, random));
            }
            var first = inOrder(String.join("", base), texts, List.of(0, 1, 2));
            for (var order :
                    List.of(List.of(0, 2, 1), List.of(1, 0, 2), List.of(1, 2, 0), List.of(2, 0, 1), List.of(2, 1, 0))) {
                var other = inOrder(String.join("", base), texts, order);
                if (first.isClean() && other.isClean() && !other.equals(first)) {
                    assertThat(other).as("%s in order %s", texts, order).isEqualTo(first);
                }
                clean += first.isClean() && other.isClean() ? 1 : 0;
            }
        }
        assertThat(clean).as("clean merges").isGreaterThan(Cases.count() / 4);
    }

    private static String edited(List<String> base, int device, Random random) {
        var edited = new ArrayList<>(base);
        int at = device * 3 + random.nextInt(3);
        switch (random.nextInt(3)) {
            case 0 -> edited.set(at, "device " + device + "\n");
            case 1 -> edited.set(at, base.get(at) + "device " + device + "\n");
            default -> edited.set(at, "");
        }
        return String.join("", edited);
    }

    private static TextMerge.Result inOrder(String base, List<String> texts, List<Integer> order) {
        var log = texts.get(order.getFirst());
        var isClean = true;
        for (int device : order.subList(1, order.size())) {
            var merged = TextMerge.merge(base, texts.get(device), log);
            isClean &= merged.isClean();
            log = merged.text();
        }
        return new TextMerge.Result(log, isClean);
    }
}
