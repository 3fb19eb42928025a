package tidemark.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.ui.markdown.TaskItems.State;

/// A click on a task's box changes one character of the text.
final class TaskItemsTest {
    private static final String LIST = "Bring:\n\n- [ ] bottles\n- [x] a rope\n  - [ ] a hat\n";

    @Test
    void anOpenTaskIsTicked() {
        assertThat(TaskItems.toggle(LIST, 2)).isEqualTo(LIST.replace("[ ] bottles", "[x] bottles"));
    }

    @Test
    void aDoneTaskIsUnticked() {
        assertThat(TaskItems.toggle(LIST, 3)).isEqualTo(LIST.replace("[x] a rope", "[ ] a rope"));
        assertThat(TaskItems.toggle("- [X] a rope", 0)).isEqualTo("- [ ] a rope");
    }

    @Test
    void aTaskInsideAnotherIsItsOwn() {
        assertThat(TaskItems.toggle(LIST, 4)).isEqualTo(LIST.replace("[ ] a hat", "[x] a hat"));
    }

    @Test
    void twoClicksChangeNothing() {
        for (int line = 0; line < 6; line++) {
            assertThat(TaskItems.toggle(TaskItems.toggle(LIST, line), line)).isEqualTo(LIST);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "* [ ] a, * [x] a",
        "+ [ ] a, + [x] a",
        "12. [ ] a, 12. [x] a",
        "3) [ ] a, 3) [x] a",
        "-   [ ] a, -   [x] a",
        "- [ ], - [x]"
    })
    void everyKindOfListHasTasks(String was, String now) {
        assertThat(TaskItems.toggle(was, 0)).isEqualTo(now);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[ ] a", "- a [ ] b", "- [ ]a", "- [y] a", "-[ ] a", "- [] a", "1234567890. [ ] a", "", "text"})
    void whatIsNoTaskStays(String text) {
        assertThat(TaskItems.toggle(text, 0)).isEqualTo(text);
    }

    @Test
    void aLineBeyondTheEndChangesNothing() {
        assertThat(TaskItems.toggle(LIST, 5)).isEqualTo(LIST);
        assertThat(TaskItems.toggle(LIST, 60)).isEqualTo(LIST);
        assertThat(TaskItems.toggle("- [ ] a", 1)).isEqualTo("- [ ] a");
    }

    @Test
    void aTextThatIsNoTaskOnItsLineDoesNotChangeTheNextOne() {
        assertThat(TaskItems.toggle("-\n- [ ] a\n", 0)).isEqualTo("-\n- [ ] a\n");
        assertThat(TaskItems.toggle("- \n[ ] a\n", 0)).isEqualTo("- \n[ ] a\n");
    }

    @Test
    void aLineThatEndsAsOnWindowsKeepsItsEnd() {
        assertThat(TaskItems.toggle("- [ ] a\r\n- [ ]\r\n", 1)).isEqualTo("- [ ] a\r\n- [x]\r\n");
    }

    @Test
    void anItemSaysWhetherItIsDone() {
        assertThat(TaskItems.of("[ ] bottles")).isEqualTo(State.OPEN);
        assertThat(TaskItems.of("[ ]")).isEqualTo(State.OPEN);
        assertThat(TaskItems.of("[x] bottles")).isEqualTo(State.DONE);
        assertThat(TaskItems.of("[X] bottles")).isEqualTo(State.DONE);
        assertThat(TaskItems.of("[x]")).isEqualTo(State.DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bottles", "[]", "[ ]bottles", "[x](https://example.org)", "[y] bottles", " [ ] bottles"})
    void anItemWithoutABoxIsNoTask(String text) {
        assertThat(TaskItems.of(text)).isEqualTo(State.NONE);
    }
}
