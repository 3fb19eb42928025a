package tidemark.ui.typing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// The history of what a person typed into one text: what can be taken back, and what can be made again.
///
/// A step is a word, a run of deletions, or whatever came in or went at once: pasted, cut, or done by a command. The
/// caret somewhere else, a pause, or a new line begins another step. What changes the text from elsewhere is no step:
/// the steps are rebased over it, so that undoing all of them leaves the text at the start with the foreign changes
/// alone; a step of which nothing is left is gone. The newest [#MOST_STEPS] and [#MOST_BYTES] of them are kept.
public final class TypingHistory {
    static final int MOST_STEPS = 1000;
    static final long MOST_BYTES = 4 << 20;
    static final Duration PAUSE = Duration.ofSeconds(1);

    /// A step as it was carried out on the text.
    ///
    /// @param changes one after the other
    /// @param selection the selection after them
    public record Change(List<Splices> changes, Selection selection) {}

    private final InstantSource clock;
    private final Consumer<TypingHistory> onUse;
    private final Deque<TypingStep> done = new ArrayDeque<>();
    private final Deque<TypingStep> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();
    private Optional<TypingStep> command = Optional.empty();
    private Optional<Run> run = Optional.empty();
    private Instant typedLast = Instant.EPOCH;
    private String text;

    /// The empty history of this text.
    ///
    /// @param onUse receives this history whenever the person has edited the text
    TypingHistory(String text, InstantSource clock, Consumer<TypingHistory> onUse) {
        this.text = text;
        this.clock = clock;
        this.onUse = onUse;
    }

    /// Whether something typed can be taken back.
    public ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    /// Whether something can be made again.
    public ReadOnlyBooleanProperty redoable() {
        return redoable.getReadOnlyProperty();
    }

    /// The text after all that this history knows of.
    String text() {
        return text;
    }

    /// Takes note of an edit of the person.
    ///
    /// @param before the selection before the edit
    public void edited(Splice edit, Selection before) {
        if (edit.isNothing()) {
            return;
        }
        undone.clear();
        var back = Splices.of(edit).inverse(text);
        var after = Selection.at(edit.at() + edit.added().length());
        if (command.isPresent()) {
            var begun = command.get();
            var changes = new ArrayList<>(begun.changes());
            changes.addFirst(back);
            command = Optional.of(new TypingStep(changes, after, begun.to()));
        } else {
            add(edit, new TypingStep(List.of(back), after, before));
        }
        text = Splices.of(edit).apply(text);
        used();
    }

    private void add(Splice edit, TypingStep back) {
        var now = clock.instant();
        var isPause = !now.isBefore(typedLast.plus(PAUSE)) || now.isBefore(typedLast);
        typedLast = now;
        var longer = run.filter(_ -> !isPause).flatMap(open -> open.with(edit, text));
        if (longer.isPresent()) {
            var begun = done.pop();
            done.push(new TypingStep(List.of(longer.get().back()), back.from(), begun.to()));
            run = longer;
        } else {
            done.push(back);
            run = Run.begin(edit, back.changes().getFirst());
        }
    }

    /// Runs a command that edits the text; all its edits are one step.
    ///
    /// @param before the selection before the command
    public void command(Selection before, Runnable edits) {
        run = Optional.empty();
        command = Optional.of(new TypingStep(List.of(), before, before));
        try {
            edits.run();
        } finally {
            var made = command.get();
            command = Optional.empty();
            if (!made.isNothing()) {
                done.push(made);
            }
            used();
        }
    }

    /// Takes note of where the person, or a command, has put the caret or the selection.
    public void selected(Selection selection) {
        command = command.map(begun -> new TypingStep(begun.changes(), selection, begun.to()));
        run = run.filter(open -> open.goesOnAt(selection));
    }

    /// Takes note of the text as it is after a change that is not the person's: the steps are rebased over it.
    public void foreign(String now) {
        if (now.equals(text)) {
            return;
        }
        var change = Splices.between(text, now);
        var hadSteps = done.size();
        rebase(done, change);
        rebase(undone, change);
        run = done.size() < hadSteps ? Optional.empty() : run.flatMap(open -> open.over(change, done.getFirst()));
        text = now;
        tell();
    }

    private static void rebase(Deque<TypingStep> steps, Splices foreign) {
        var rebased = new ArrayList<TypingStep>();
        var rest = foreign;
        for (var step : steps) {
            var over = step.over(rest);
            rebased.add(over.step());
            rest = over.foreign();
        }
        rebased.removeIf(TypingStep::isNothing);
        steps.clear();
        steps.addAll(rebased);
    }

    /// Takes the newest step back; empty where there is none.
    public Optional<Change> undo() {
        return revert(done, undone);
    }

    /// Makes the step that was taken back last again; empty where there is none.
    public Optional<Change> redo() {
        return revert(undone, done);
    }

    private Optional<Change> revert(Deque<TypingStep> from, Deque<TypingStep> to) {
        run = Optional.empty();
        var step = Optional.ofNullable(from.poll());
        step.ifPresent(taken -> {
            to.push(taken.inverse(text));
            text = taken.apply(text);
            used();
        });
        return step.map(taken -> new Change(taken.changes(), taken.to()));
    }

    private void used() {
        while (done.size() > 1 && (done.size() > MOST_STEPS || size() > MOST_BYTES)) {
            done.removeLast();
        }
        tell();
        onUse.accept(this);
    }

    private long size() {
        return done.stream().mapToLong(TypingStep::size).sum()
                + undone.stream().mapToLong(TypingStep::size).sum();
    }

    private void tell() {
        undoable.set(!done.isEmpty());
        redoable.set(!undone.isEmpty());
    }
}
