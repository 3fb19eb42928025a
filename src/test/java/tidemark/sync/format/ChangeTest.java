package tidemark.sync.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tidemark.merge.TextPatch;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// A change of a record, applied to what it was made from and to something else.
final class ChangeTest {
    private static final RecordId NOTE = new RecordId("note", "n1");
    private static final String TEXT = "A line of some words that fills a note.\n".repeat(50);
    private static final String EDITED = TEXT.substring(0, 1000) + "x" + TEXT.substring(1000);

    private static Row note(String body) {
        return Row.EMPTY.with("body", Optional.of(Value.of(body)));
    }

    private static Change edit() {
        var change = Change.between(NOTE, Optional.of(note(TEXT)), Optional.of(note(EDITED)));
        assertThat(change.orElseThrow().fields().get("body")).isInstanceOf(Delta.Patch.class);
        return change.orElseThrow();
    }

    @Test
    void aPatchOfTheTextThatItWasMadeFromIsApplied() throws ChangeMismatch {
        assertThat(edit().applyTo(Optional.of(note(TEXT)))).hasValue(note(EDITED));
    }

    /// The place of the patch reads alike in all of them.
    @Test
    void aPatchOfAnotherTextIsRefusedByName() {
        var others = List.of(TEXT + "One more line.\n", "B" + TEXT.substring(1), TEXT.substring(0, 1001), EDITED);
        for (var other : others) {
            assertThatThrownBy(() -> edit().applyTo(Optional.of(note(other))))
                    .isInstanceOf(ChangeMismatch.class)
                    .hasMessageContaining("another text stands in note")
                    .hasMessageContaining("n1")
                    .hasMessageContaining("body");
        }
    }

    @Test
    void aPatchOfWhatIsNoTextIsRefusedByName() {
        var number = Row.EMPTY.with("body", Optional.of(Value.of(7)));
        for (var row : List.of(Row.EMPTY, number)) {
            assertThatThrownBy(() -> edit().applyTo(Optional.of(row)))
                    .isInstanceOf(ChangeMismatch.class)
                    .hasMessageContaining("another text stands in note");
        }
    }

    /// A hostile writer can name the right hash and a place that is none.
    @Test
    void aPatchThatDoesNotFitItsOwnTextIsRefused() {
        var places = List.of(
                new TextPatch.Splice(TEXT.length() + 1, "", "x"),
                new TextPatch.Splice(0, "B", "x"),
                new TextPatch.Splice(-1, "", "x"));
        for (var place : places) {
            var delta = new Delta.Patch(
                    Hash.of(TEXT.getBytes(java.nio.charset.StandardCharsets.UTF_8)), new TextPatch(List.of(place)));
            var change = new Change(
                    NOTE, Change.Op.UPDATE, Optional.empty(), new TreeMap<>(java.util.Map.of("body", delta)));
            assertThatThrownBy(() -> change.applyTo(Optional.of(note(TEXT)))).isInstanceOf(ChangeMismatch.class);
        }
    }

    @Test
    void aWholeValueInPlaceOfAnotherIsRefusedByName() {
        var change = Change.between(NOTE, Optional.of(note("short")), Optional.of(note("Short")));
        assertThatThrownBy(() -> change.orElseThrow().applyTo(Optional.of(note("SHORT"))))
                .isInstanceOf(ChangeMismatch.class)
                .hasMessageContaining("another value stands in note");
    }
}
