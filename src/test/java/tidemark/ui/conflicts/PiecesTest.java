package tidemark.ui.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tidemark.library.Conflict;
import tidemark.merge.Hunk;
import tidemark.merge.Rule;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tidemark.ui.conflicts.Piece.Take;

/// A text is put together from the pieces of two versions.
final class PiecesTest {
    private static final String BASE = "upper\n\nlower\n\nbottles\n\nend\n";
    private static final String MINE = "UPPER\n\nlower\n\n12 jars\n\nend\n";
    private static final String THEIRS = "middle\n\nLOWER\n\nno rope\n\nend\n";
    private static final String MERGED = "UPPER\n\nLOWER\n\n12 jars\n\nend\n";

    private final Pieces pieces = Pieces.of(conflict(BASE, MINE, THEIRS, MERGED));
    private final Piece upper = pieces.changed().getFirst();
    private final Piece lower = pieces.changed().get(1);
    private final Piece bottles = pieces.changed().getLast();

    static Conflict conflict(String base, String mine, String theirs, String stored) {
        var subject = new Conflict.Subject(new RecordId("project", "p1"), "summary", "River", Rule.TEXT);
        return new Conflict(
                "c1",
                subject,
                row(base),
                new Conflict.Version(row(mine), "1", "Laptop", Optional.of(Instant.EPOCH)),
                new Conflict.Version(row(theirs), "2", "Desk", Optional.of(Instant.EPOCH)),
                new Conflict.All(List.of(), 0, true),
                Optional.of(row(stored)),
                new Conflict.State.Open());
    }

    private static Row row(String text) {
        return Row.EMPTY.with("summary", Optional.of(Value.of(text)));
    }

    private static Piece only(String base, String mine, String theirs) {
        return Pieces.of(conflict(base, mine, theirs, mine)).changed().getFirst();
    }

    @Test
    void onlyWhatBothChangedDifferentlyIsDisputed() {
        assertThat(pieces.changed()).hasSize(3).filteredOn(Piece::isDisputed).containsExactly(upper, bottles);
        assertThat(pieces.changed())
                .doesNotContainNull()
                .first()
                .satisfies(first -> assertThat(first.hunk().mine()).containsExactly("UPPER\n"));
        assertThat(Pieces.of(conflict(BASE, MINE, BASE, MINE)).changed()).noneMatch(Piece::isDisputed);
    }

    @Test
    void mineStandsUntilThePersonChooses() {
        assertThat(upper.taken()).isEqualTo(Take.MINE);
        assertThat(pieces.text()).isEqualTo(MERGED);
    }

    @Test
    void whatIsTakenChangesItsOwnLinesOnly() {
        bottles.take(Take.THEIRS);
        assertThat(pieces.text()).isEqualTo("UPPER\n\nLOWER\n\nno rope\n\nend\n");
        assertThat(upper.taken()).isEqualTo(Take.MINE);
        assertThat(bottles.taken()).isEqualTo(Take.THEIRS);
    }

    @Test
    void bothAreMineAndTheirsBelow() {
        upper.take(Take.BOTH);
        assertThat(pieces.text()).startsWith("UPPER\nmiddle\n\nLOWER\n");
    }

    @Test
    void aChangeOfOneSideAloneCanBeRefused() {
        assertThat(lower.takes()).containsExactly(Take.THEIRS, Take.BASE);
        lower.take(Take.BASE);
        assertThat(pieces.text()).isEqualTo("UPPER\n\nlower\n\n12 jars\n\nend\n");
        lower.take(Take.MINE);
        assertThat(lower.taken())
                .as("the side that did not change it has it as before")
                .isEqualTo(Take.MINE);
        assertThat(pieces.text()).isEqualTo("UPPER\n\nlower\n\n12 jars\n\nend\n");
    }

    @Test
    void aChangeThatBothMadeAlikeAndWordsOfBothCanBeRefused() {
        var alike = only("one\n\ntwo\n", "ONE\n\ntwo\n", "ONE\n\nTWO\n");
        assertThat(alike.hunk()).isInstanceOf(Hunk.Both.class);
        assertThat(alike.takes()).containsExactly(Take.MERGED, Take.BASE);
        var words = only("the red and the blue boat\n", "the pink and the blue boat\n", "the red and the blue ship\n");
        assertThat(words.hunk()).isInstanceOf(Hunk.WordMerged.class);
        assertThat(words.takes()).containsExactly(Take.MERGED, Take.MINE, Take.THEIRS, Take.BASE);
        words.take(Take.BASE);
        assertThat(words.text()).isEqualTo("the red and the blue boat\n");
    }

    @Test
    void wordsOfThePersonsOwnAreKeptWhileAnotherTextIsTaken() {
        upper.type("the whole reach\n");
        assertThat(upper.taken()).isEqualTo(Take.TYPED);
        upper.take(Take.THEIRS);
        assertThat(pieces.text()).startsWith("middle\n");
        assertThat(upper.takes()).endsWith(Take.TYPED);
        upper.take(Take.TYPED);
        assertThat(pieces.text()).startsWith("the whole reach\n");
    }

    @Test
    void aVersionThatIsTypedIsThatVersion() {
        upper.type("middle\n");
        assertThat(upper.taken()).isEqualTo(Take.THEIRS);
        assertThat(upper.takes()).doesNotContain(Take.TYPED);
    }

    @Test
    void textsWithoutACommonLineAreOnePiece() {
        var whole = Pieces.of(conflict("a\n", "b\n", "c", "b\n"));
        whole.all().getFirst().take(Take.BOTH);
        assertThat(whole.text()).isEqualTo("b\nc");
    }

    @Test
    void whatStandsInTheRecordIsTheResultAndIsMarkedInItsPlace() {
        var stored = MERGED.replace("LOWER", "lowest").replace("end\n", "end\nand a hat\n");
        var edited = Pieces.of(conflict(BASE, MINE, THEIRS, stored));
        assertThat(edited.text()).isEqualTo(stored);
        assertThat(edited.changed().get(1).taken()).isEqualTo(Take.TYPED);
        assertThat(edited.changed().get(1).text()).isEqualTo("lowest\n");
        assertThat(edited.changed().getFirst().taken()).isEqualTo(Take.MINE);
        assertThat(edited.all().getLast().text()).endsWith("and a hat\n");
    }

    @Test
    void whatThePersonChoseStaysWhenTheRecordChanges() {
        upper.take(Take.THEIRS);
        bottles.type("jars and bottles\n");
        var later = Pieces.of(conflict(BASE, MINE, THEIRS, MERGED + "and a hat\n"));
        later.takeOver(pieces);
        assertThat(later.text()).isEqualTo("middle\n\nLOWER\n\njars and bottles\n\nend\nand a hat\n");
        assertThat(later.changed().getFirst().taken()).isEqualTo(Take.THEIRS);
    }

    /// Whatever the result is made to be, the pieces joined are exactly that.
    @Test
    void thePiecesOfAnyResultAreTheResult() {
        var random = new Random(18);
        for (int round = 0; round < 300; round++) {
            var base = text(random, 12);
            var made = Pieces.of(conflict(base, changed(random, base), changed(random, base), base));
            var whole = changed(random, changed(random, made.text()));
            made.write(whole);
            assertThat(made.text()).isEqualTo(whole);
        }
    }

    private static String text(Random random, int lines) {
        var text = new StringBuilder();
        for (int i = 0; i < random.nextInt(lines); i++) {
            text.append("line \ud83d\ude00 ").append(random.nextInt(5)).append('\n');
        }
        return text.append(random.nextBoolean() ? "last" : "").toString();
    }

    private static String changed(Random random, String text) {
        var lines = new ArrayList<>(ShownLines.of(text));
        int at = random.nextInt(lines.size() + 1);
        if (random.nextBoolean() && at < lines.size()) {
            lines.remove(at);
        }
        if (random.nextBoolean()) {
            lines.add(at, text(random, 3));
        }
        return String.join("", lines);
    }
}
