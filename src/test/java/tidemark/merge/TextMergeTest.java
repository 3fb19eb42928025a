package tidemark.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tidemark.merge.Hunk.Pick;
import tidemark.merge.TextMerge.Result;

/// The merge of texts, case by case.
final class TextMergeTest {
    private static Result clean(String text) {
        return new Result(text, true);
    }

    @Test
    void differentLinesAreBothInTheResult() {
        assertThat(TextMerge.merge("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n")).isEqualTo(clean("A\nb\nC\n"));
    }

    @Test
    void neighbouringLinesAreBothInTheResult() {
        assertThat(TextMerge.merge("a\nb\n", "A\nb\n", "a\nB\n")).isEqualTo(clean("A\nB\n"));
    }

    @Test
    void aLineRemovedBesideOneThatChangedIsNoConflict() {
        assertThat(TextMerge.merge("a\nb\nc\n", "b\nc\n", "a\nB\nc\n")).isEqualTo(clean("B\nc\n"));
        assertThat(TextMerge.merge("a\nb\nc\n", "a\nb\n", "a\nB\nc\n")).isEqualTo(clean("a\nB\n"));
        assertThat(TextMerge.merge("a\nb\n", "a\n", "a\nb\nc\n")).isEqualTo(clean("a\nc\n"));
    }

    @Test
    void aLinePutBesideOneThatChangedIsNoConflict() {
        assertThat(TextMerge.merge("a\nb\n", "a\nnew\nb\n", "a\nB\n")).isEqualTo(clean("a\nnew\nB\n"));
        assertThat(TextMerge.merge("a\nb\n", "a\nnew\nb\n", "A\nb\n")).isEqualTo(clean("A\nnew\nb\n"));
    }

    @Test
    void linesPutAtTheSamePlaceAreAConflict() {
        assertThat(TextMerge.merge("a\nb\n", "a\nmine\nb\n", "a\ntheirs\nb\n"))
                .isEqualTo(new Result("a\nmine\nb\n", false));
    }

    @Test
    void aLastLineThatLostItsEndIsNotJoinedToTheNext() {
        assertThat(TextMerge.merge("a\nb\n", "a\nB", "a\nb\nc\n").text()).isNotEqualTo("a\nBc\n");
    }

    @Test
    void differentWordsOfOneLineAreBothInTheResult() {
        assertThat(TextMerge.merge("the quick brown fox\n", "the slow brown fox\n", "the quick brown dog\n"))
                .isEqualTo(clean("the slow brown dog\n"));
    }

    @Test
    void differentWordsOfAVeryLongLineAreBothInTheResult() {
        var words = "word ".repeat(20_000);
        assertThat(TextMerge.merge(words, "first " + words, words + "last"))
                .isEqualTo(clean("first " + words + "last"));
    }

    @Test
    void oneWordChangedTwiceIsAConflictInWhichMineStays() {
        assertThat(TextMerge.merge("low\n", "high\n", "dry\n")).isEqualTo(new Result("high\n", false));
    }

    @Test
    void aConflictLeavesTheOtherHunksMerged() {
        var result = TextMerge.merge("a\nx\ny\nlow\n", "A\nx\ny\nhigh\n", "a\nx\ny\ndry\n");
        assertThat(result).isEqualTo(new Result("A\nx\ny\nhigh\n", false));
    }

    @Test
    void aLineRemovedHereAndChangedThereIsAConflict() {
        assertThat(TextMerge.merge("a\nb\nc\n", "a\nc\n", "a\nB\nc\n").isClean())
                .isFalse();
    }

    @Test
    void aMissingLastNewlineIsNoConflict() {
        assertThat(TextMerge.merge("a\nb", "a\nb\nc", "A\nb")).isEqualTo(clean("A\nb\nc"));
        assertThat(TextMerge.merge("a\nb\nc\n", "a\nb\nc", "A\nb\nc\n")).isEqualTo(clean("A\nb\nc"));
    }

    @Test
    void otherLineEndsChangeNoLine() {
        assertThat(TextMerge.merge("a\nb\nc\n", "a\r\nb\r\nc\r\n", "a\nB\nc\n")).isEqualTo(clean("a\r\nB\r\nc\r\n"));
        assertThat(TextMerge.merge("a\r\nb\r\nc\r\n", "a\nb\nc\n", "a\r\nb\r\nc\r\nd\r\n"))
                .isEqualTo(clean("a\nb\nc\nd\n"));
    }

    @Test
    void lineEndsThatAreMixedStayAsTheyAre() {
        assertThat(TextMerge.merge("a\r\nb\nc\n", "A\r\nb\nc\n", "a\r\nb\nC\n")).isEqualTo(clean("A\r\nb\nC\n"));
    }

    @Test
    void aCharacterOfSeveralSignsIsNeverCut() {
        var family = "👩‍👩‍👧";
        var smaller = "👩‍👧";
        var result =
                TextMerge.merge("at " + family + " home\n", "at " + smaller + " home\n", "at " + family + "x home\n");
        assertThat(result).isEqualTo(new Result("at " + smaller + " home\n", false));
        assertThat(Words.of("e\u0301te\u0301 " + family + "\r\n"))
                .containsExactly("e\u0301te\u0301", " ", family, "\r\n");
    }

    @Test
    void aFlagIsOneCharacter() {
        assertThat(Words.of("🇩🇪🇫🇷")).containsExactly("🇩🇪", "🇫🇷");
    }

    @Test
    void wordsFromRightToLeftAreMergedAsOthers() {
        assertThat(TextMerge.merge("שלום עולם יפה\n", "היי עולם יפה\n", "שלום עולם גדול\n"))
                .isEqualTo(clean("היי עולם גדול\n"));
    }

    @Test
    void ideographsAreSingleWords() {
        assertThat(TextMerge.merge("水位很低\n", "河水位很低\n", "水位很高\n")).isEqualTo(clean("河水位很高\n"));
    }

    @Test
    void repeatedLinesKeepTheirNumber() {
        var base = "- x\n- x\n- x\n";
        assertThat(TextMerge.merge(base, base + "- x\n", "# List\n" + base))
                .isEqualTo(clean("# List\n" + base + "- x\n"));
    }

    @Test
    void twoThousandBlankLinesMerge() {
        var blank = "\n".repeat(2_000);
        assertThat(TextMerge.merge(blank, "top\n" + blank, blank + "bottom\n"))
                .isEqualTo(clean("top\n" + blank + "bottom\n"));
        assertThat(TextMerge.merge("a\n" + blank + "z\n", "A\n" + blank + "z\n", "a\n" + blank + "Z\n"))
                .isEqualTo(clean("A\n" + blank + "Z\n"));
    }

    @Test
    void oneMebibyteOnOneLineMergesWhereItDiffersLittle() {
        var line = "x".repeat(1 << 20);
        assertThat(TextMerge.merge("a\n" + line, "b\n" + line, "a\n" + line + "y"))
                .isEqualTo(clean("b\n" + line + "y"));
        assertThat(TextMerge.merge(line, "b" + line, line + "y")).isEqualTo(new Result("b" + line, false));
        var words = "word ".repeat(200_000);
        assertThat(TextMerge.merge(words + "a b c", words + "A b c", words + "a b C"))
                .isEqualTo(clean(words + "A b C"));
    }

    @Test
    void fiftyHunksOfALongNoteMerge() {
        assertThat(TextMerge.merge(note(0, 0), note(1, 0), note(0, 1))).isEqualTo(clean(note(1, 1)));
    }

    private static String note(int mine, int theirs) {
        return IntStream.range(0, 5_000)
                .mapToObj(i -> "Line %d of a note about the river%s%s\n"
                        .formatted(i, i % 200 == 50 ? ", edit " + mine : "", i % 200 == 150 ? ", edit " + theirs : ""))
                .collect(Collectors.joining());
    }

    /// Two texts rewritten from end to end: the cost of comparing them is counted, not timed.
    @Test
    void whatWouldTakeTooLongIsOneConflictOfTheWholeText() {
        var base = numbered("base", 9_000);
        var mine = numbered("mine", 9_000);
        var theirs = numbered("theirs", 9_000);
        assertThat(TextMerge.merge(base, mine, theirs)).isEqualTo(new Result(mine, false));
        assertThat(TextMerge.hunks(base, mine, theirs)).hasSize(1).first().isInstanceOf(Hunk.Conflict.class);
    }

    @Test
    void aMebibyteOfLineEndsIsOneConflict() {
        var blank = "\n".repeat(1 << 20);
        assertThat(TextMerge.merge(blank, "top\n" + blank, blank + "bottom\n"))
                .isEqualTo(new Result("top\n" + blank, false));
        assertThat(TextMerge.hunks(blank, "top\n" + blank, blank + "bottom\n")).hasSize(1);
    }

    private static String numbered(String word, int lines) {
        return IntStream.range(0, lines).mapToObj(i -> word + i + "\n").collect(Collectors.joining());
    }

    @Test
    void theHunksSayWhoChangedWhat() {
        var hunks = TextMerge.hunks(
                "same\n1\nx\n2\nx\n3\nx\nthe old word\nx\n4\n",
                "same\nmine\nx\n2\nx\nboth\nx\nthe old words\nx\nI\n",
                "same\n1\nx\ntheirs\nx\nboth\nx\nan old word\nx\nthey\n");
        assertThat(hunks.stream().filter(hunk -> !(hunk instanceof Hunk.Same)))
                .containsExactly(
                        new Hunk.Mine(List.of("1\n"), List.of("mine\n")),
                        new Hunk.Theirs(List.of("2\n"), List.of("theirs\n")),
                        new Hunk.Both(List.of("3\n"), List.of("both\n")),
                        new Hunk.WordMerged(
                                List.of("the old word\n"),
                                List.of("the old words\n"),
                                List.of("an old word\n"),
                                List.of("an old words\n")),
                        new Hunk.Conflict(List.of("4\n"), List.of("I\n"), List.of("they\n")));
    }

    @Test
    void whatIsPickedOfEachConflictIsInTheText() {
        var hunks = TextMerge.hunks("1\nx\n2\nx\n3", "a\nx\nb\nx\nc", "A\nx\nB\nx\nC");
        var picks = List.of(Pick.MINE, Pick.THEIRS, Pick.BOTH);
        assertThat(TextMerge.text(hunks, picks::get)).isEqualTo("a\nx\nB\nx\nc\nC");
    }
}
