package tidemark.sync.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.merge.TextPatch;
import tidemark.schema.RecordId;
import tidemark.schema.Value;

/// A change of a long text, sent as a patch: it fits the text that it was made from, and no other.
final class DeltaTest {
    private static final RecordId NOTE = new RecordId("note", "n1");
    private static final String BEFORE = "a line of the diary\n".repeat(20);
    private static final String AFTER = BEFORE + "one more\n";

    private static Delta patch() {
        var delta = Delta.between(Optional.of(Value.of(BEFORE)), Optional.of(Value.of(AFTER)));
        assertThat(delta).isInstanceOf(Delta.Patch.class);
        return delta;
    }

    @Test
    void aPatchFitsTheTextThatItWasMadeFrom() throws ChangeMismatch {
        assertThat(patch().applyTo(NOTE, "body", Optional.of(Value.of(BEFORE)))).hasValue(Value.of(AFTER));
    }

    /// In each of these there is something in the patch's place that it could replace.
    @ParameterizedTest
    @ValueSource(strings = {"A line of the diary\n", "a  line of the diary\n", "a line of the diary\r\n"})
    void aPatchOnAnotherTextIsRefusedByName(String firstLine) {
        var other = firstLine + BEFORE.substring(BEFORE.indexOf('\n') + 1);
        assertThatThrownBy(() -> patch().applyTo(NOTE, "body", Optional.of(Value.of(other))))
                .isInstanceOf(ChangeMismatch.class)
                .hasMessage("another text stands in note/n1 body");
    }

    @Test
    void aPatchOnNoTextIsRefused() {
        assertThatThrownBy(() -> patch().applyTo(NOTE, "body", Optional.empty()))
                .isInstanceOf(ChangeMismatch.class);
        assertThatThrownBy(() -> patch().applyTo(NOTE, "body", Optional.of(Value.of(1))))
                .isInstanceOf(ChangeMismatch.class);
    }

    /// A writer that computes the hash of one text and the places of another.
    @Test
    void aPatchWhoseHashFitsAndWhosePlacesDoNotIsRefused() {
        var elsewhere = new TextPatch(List.of(new TextPatch.Splice(2, "page", "leaf")));
        var delta = new Delta.Patch(Hash.of(BEFORE.getBytes(java.nio.charset.StandardCharsets.UTF_8)), elsewhere);
        assertThatThrownBy(() -> delta.applyTo(NOTE, "body", Optional.of(Value.of(BEFORE))))
                .isInstanceOf(ChangeMismatch.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"q1x", "Q1x ", "Q1x\n", " Q1x", "Q\u03011x", ""})
    void aWholeValueOnANearEqualOneIsRefused(String near) {
        var delta = Delta.between(Optional.of(Value.of("Q1x")), Optional.of(Value.of("other")));
        assertThatThrownBy(() -> delta.applyTo(NOTE, "title", Optional.of(Value.of(near))))
                .isInstanceOf(ChangeMismatch.class);
    }
}
