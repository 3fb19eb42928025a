package tidemark.ui.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import tidemark.library.records.ProjectId;

/// Which histories are kept.
final class TypingHistoriesTest {
    private final TypingHistories histories = new TypingHistories(InstantSource.system());

    private TypingHistory of(int project, String text) {
        return histories.of(new ProjectId("project-" + project), "title", text);
    }

    private void type(int project) {
        of(project, "").edited(new Splice(0, 0, "typed"), Selection.at(0));
    }

    @Test
    void aTextThatIsShownAgainHasItsHistoryOverWhatHasChangedSince() {
        type(1);
        var again = of(1, "typed elsewhere");
        assertThat(again.undo()).isPresent();
        assertThat(again.text()).isEqualTo(" elsewhere");
    }

    @Test
    void eachFieldOfEachRecordHasItsOwn() {
        type(1);
        assertThat(of(2, "typed").undoable().get()).isFalse();
        assertThat(histories
                        .of(new ProjectId("project-1"), "summary", "typed")
                        .undoable()
                        .get())
                .isFalse();
    }

    @Test
    void thoseOfTheTextsEditedLastAreKept() {
        for (int project = 0; project <= TypingHistories.MOST; project++) {
            type(project);
        }
        for (int project = 100; project < 100 + 2 * TypingHistories.MOST; project++) {
            of(project, "only looked at");
        }
        assertThat(of(0, "typed").undoable().get()).isFalse();
        assertThat(of(1, "typed").undoable().get()).isTrue();
        assertThat(of(TypingHistories.MOST, "typed").undoable().get()).isTrue();
    }
}
