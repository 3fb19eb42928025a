package tidemark.ui.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidemark.library.Conflict;
import tidemark.merge.Hunk;
import tidemark.merge.Hunk.Pick;
import tidemark.merge.Rule;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// A text is put together from the lines of two versions.
final class PicksTest {
    private static final String BASE = "upper\n\nlower\n\nbottles\n\nend\n";
    private static final String MINE = "UPPER\n\nlower\n\n12 jars\n\nend\n";
    private static final String THEIRS = "middle\n\nLOWER\n\nno rope\n\nend\n";

    private final Picks picks = new Picks(conflict(BASE, MINE, THEIRS));
    private final int first = picks.conflictIndexes().getFirst();
    private final int second = picks.conflictIndexes().getLast();

    private static Conflict conflict(String base, String mine, String theirs) {
        var subject = new Conflict.Subject(new RecordId("project", "p1"), "summary", "River", Rule.TEXT);
        return new Conflict(
                "c1",
                subject,
                row(base),
                new Conflict.Version(row(mine), "1", "Laptop", Optional.of(Instant.EPOCH)),
                new Conflict.Version(row(theirs), "2", "Desk", Optional.of(Instant.EPOCH)),
                new Conflict.All(List.of(), 0, true),
                Optional.of(row(mine)),
                new Conflict.State.Open());
    }

    private static Row row(String text) {
        return Row.EMPTY.with("summary", Optional.of(Value.of(text)));
    }

    @Test
    void onlyWhatBothChangedDifferentlyIsDisputed() {
        assertThat(picks.conflictIndexes()).hasSize(2);
        assertThat(picks.hunks().get(first))
                .isInstanceOfSatisfying(
                        Hunk.Conflict.class, hunk -> assertThat(hunk.mine()).isEqualTo(List.of("UPPER\n")));
        assertThat(new Picks(conflict(BASE, MINE, BASE)).conflictIndexes()).isEmpty();
    }

    @Test
    void mineIsPickedUntilThePersonChooses() {
        assertThat(picks.pick(first)).isEqualTo(Pick.MINE);
        assertThat(picks.text()).isEqualTo("UPPER\n\nLOWER\n\n12 jars\n\nend\n");
    }

    @Test
    void aPickChangesItsOwnLinesOnly() {
        var text = picks.pick(second, Pick.THEIRS, picks.text());
        assertThat(text).isEqualTo("UPPER\n\nLOWER\n\nno rope\n\nend\n").isEqualTo(picks.text());
        assertThat(picks.pick(first)).isEqualTo(Pick.MINE);
        assertThat(picks.pick(second)).isEqualTo(Pick.THEIRS);
    }

    @Test
    void bothAreMineAndTheirsBelow() {
        assertThat(picks.pick(first, Pick.BOTH, picks.text())).startsWith("UPPER\nmiddle\n\nLOWER\n");
    }

    @Test
    void whatThePersonWroteElsewhereStays() {
        var written = picks.text() + "and a hat\n";
        var text = picks.pick(first, Pick.THEIRS, written);
        assertThat(text).isEqualTo("middle\n\nLOWER\n\n12 jars\n\nend\nand a hat\n");
        assertThat(picks.pick(second, Pick.BOTH, text))
                .isEqualTo("middle\n\nLOWER\n\n12 jars\nno rope\n\nend\nand a hat\n");
    }

    @Test
    void aPickTakenBackLeavesTheTextAsItWas() {
        var written = picks.text() + "and a hat\n";
        var text = picks.pick(first, Pick.BOTH, written);
        assertThat(picks.pick(first, Pick.MINE, text)).isEqualTo(written);
    }

    @Test
    void whatThePersonWroteIntoDisputedLinesIsNotReplacedByAPick() {
        var written = picks.text().replace("UPPER", "the whole reach");
        assertThat(picks.pick(first, Pick.THEIRS, written)).isEqualTo(written);
    }

    @Test
    void pickingTheSameAgainChangesNothing() {
        var written = picks.text().replace("jars", "bottles of glass");
        assertThat(picks.pick(second, Pick.MINE, written)).isEqualTo(written);
    }

    @Test
    void textsWithoutACommonLineAreOneDispute() {
        var whole = new Picks(conflict("a\n", "b\n", "c"));
        assertThat(whole.pick(0, Pick.BOTH, whole.text())).isEqualTo("b\nc");
        assertThat(whole.pick(0, Pick.THEIRS, whole.text())).isEqualTo("c");
    }
}
