package tidemark.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import tidemark.library.records.ProjectDetails;

/// The same story of a person who types and a library that changes, told in every order of saves, reads and pauses.
///
/// Work may be done in any order, as by several threads, and its answers may reach the window in any order, too.
final class DraftOrdersTest extends WithDraft {
    private final Queue<Runnable> answers = new ArrayDeque<>();
    private final Deque<Runnable> person = new ArrayDeque<>();
    private final Deque<Runnable> others = new ArrayDeque<>();
    private String typed = "";

    private void begin() {
        river = late.library().projects().create(ProjectDetails.titled("River").withSummary(LINES));
        draft = openOn(answers::add);
        delay.cancel();
        typed = "one";
    }

    private void willType(String line) {
        person.add(() -> {
            type(typed, line);
            typed = line;
        });
    }

    private void willChange(String was, String now) {
        others.add(() -> {
            elsewhere(was, now);
            answers.add(draft::refresh);
        });
    }

    /// What may happen next.
    private List<Runnable> comesNext() {
        var open = new ArrayList<Runnable>();
        answers.forEach(answer -> open.add(() -> {
            answers.remove(answer);
            answer.run();
        }));
        List.of(person, others).forEach(queue -> {
            if (!queue.isEmpty()) {
                open.add(() -> queue.remove().run());
            }
        });
        late.work()
                .forEach(task -> open.add(() -> {
                    late.work().remove(task);
                    task.run();
                }));
        if (delay.isWaiting()) {
            open.add(delay::pass);
        }
        return open;
    }

    private void tell(Orders orders) {
        for (var open = comesNext(); !open.isEmpty(); open = comesNext()) {
            orders.next(open).run();
            assertThat(shown()).as("what is shown in %s", orders).startsWith(typed + "\n");
        }
    }

    @Test
    void linesTypedHereAndChangedThereAreBothThereInTheEnd() {
        var orders = new Orders();
        int told = 0;
        do {
            begin();
            willType("ONE");
            willType("ONE!");
            willChange("three", "THREE");
            tell(orders);
            assertThat(stored()).as("what is stored in %s", orders).isEqualTo("ONE!\n\ntwo\n\nTHREE\n");
            assertThat(shown()).as("what is shown in %s", orders).isEqualTo(stored());
            assertThat(draft.isDirty()).isFalse();
            told++;
        } while (orders.another());
        assertThat(conflicts()).isZero();
        assertThat(told).isGreaterThan(1000);
    }
}
