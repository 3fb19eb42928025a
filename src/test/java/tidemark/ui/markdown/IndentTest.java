package tidemark.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines indented by the Tab key.
final class IndentTest {
    /// The text after a Tab; `[` and `]` are the ends of the selection, `|` a caret alone.
    private static String tab(String marked, boolean isBack) {
        var caretAlone = marked.indexOf('|');
        var text = marked.replaceAll("[|\\[\\]]", "");
        var anchor = caretAlone >= 0 ? caretAlone : marked.indexOf('[');
        var caret = caretAlone >= 0 ? caretAlone : marked.indexOf(']') - 1;
        return switch (Indent.of(text, anchor, caret, isBack)) {
            case Indent.Nothing() -> "nothing";
            case Indent.Lines(var begin, var end, var lines, var from, var to) -> {
                var now = text.substring(0, begin) + lines + text.substring(end);
                yield from == to
                        ? now.substring(0, to) + "|" + now.substring(to)
                        : now.substring(0, from) + "[" + now.substring(from, to) + "]" + now.substring(to);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain|", "|", "- item\n|", "a - b|", "-not an item|", "1.5 is a number|"})
    void outsideAListThereIsNothingToIndent(String text) {
        assertThat(tab(text, false)).isEqualTo("nothing");
        assertThat(tab(text, true)).isEqualTo("nothing");
    }

    @Test
    void aListItemMovesByTwoAndTheCaretWithIt() {
        assertThat(tab("- one\n- tw|o\n- three", false)).isEqualTo("- one\n  - tw|o\n- three");
        assertThat(tab("- one\n  - tw|o", true)).isEqualTo("- one\n- tw|o");
        assertThat(tab("12. twelve|", false)).isEqualTo("  12. twelve|");
        assertThat(tab("- |one", true)).isEqualTo("- |one");
        assertThat(tab("\t- one|", true)).isEqualTo("- one|");
    }

    @Test
    void allSelectedLinesMoveButBlankOnesStayBlank() {
        assertThat(tab("o[ne\n\ntw]o\nthree", false)).isEqualTo("[  one\n\n  two]\nthree");
        assertThat(tab("  o[ne\n two\n]three", true)).isEqualTo("[one\ntwo]\nthree");
    }
}
