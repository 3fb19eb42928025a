package tidemark.library.undo;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import tidemark.db.ChangeCapture;
import tidemark.db.Database;
import tidemark.db.RowChange;
import tidemark.db.Sql;
import tidemark.schema.RecordId;

/// The steps of a person that can be undone and made again, the newest [#MOST]; they are kept in memory alone.
///
/// A step is whatever edits one piece of work makes. Undoing it is an edit as well, recorded in the same way: so it can
/// be made again, and is synced like any other. Safe to use from several threads.
public final class UndoStack {
    /// The steps that are kept.
    public static final int MOST = 200;

    private record Step(String words, List<RowChange> changes) {}

    /// The answer to later edits that stand against an undo.
    public enum Choice {
        /// Asks: nothing is changed where there are any.
        ASK,
        /// The later edits stay, the rest is undone.
        KEEP_LATER,
        /// The later edits are replaced by the values before the step.
        REPLACE_LATER
    }

    private final Database database;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /// An empty stack for this library.
    public UndoStack(Database database) {
        this.database = database;
    }

    /// Runs `work` on this thread as one step; a step that changes nothing is none. What was undone cannot be made
    /// again from then on. Edits that were committed before `work` failed are a step, too.
    ///
    /// @param words the step's words in the imperative, such as "Move 3 projects to the trash"
    public <T> T step(String words, Supplier<T> work) {
        return step(() -> words, work, new LinkedHashMap<>());
    }

    /// Runs `work` as [#step] does, and returns whether it changed something, so that there is a step.
    public boolean changes(String words, Runnable work) {
        return changes(() -> words, work);
    }

    /// Runs `work` as [#step] does, and returns whether it changed something, so that there is a step.
    ///
    /// @param words asked after `work`, for words that say how much of it was done
    public boolean changes(Supplier<String> words, Runnable work) {
        var changes = new LinkedHashMap<RecordId, RowChange>();
        return step(
                        words,
                        () -> {
                            work.run();
                            return changes;
                        },
                        changes)
                .values()
                .stream()
                .anyMatch(change -> !change.isNothing());
    }

    private <T> T step(Supplier<String> words, Supplier<T> work, SequencedMap<RecordId, RowChange> changes) {
        try {
            return database.recording(rows -> add(changes, rows), work);
        } finally {
            push(new Step(words.get(), changed(changes)));
        }
    }

    private static void add(SequencedMap<RecordId, RowChange> changes, List<RowChange> rows) {
        rows.forEach(row -> changes.merge(row.record(), row, RowChange::then));
    }

    private static List<RowChange> changed(SequencedMap<RecordId, RowChange> changes) {
        return changes.values().stream().filter(change -> !change.isNothing()).toList();
    }

    private void push(Step step) {
        if (step.changes().isEmpty()) {
            return;
        }
        synchronized (this) {
            undone.clear();
            push(done, step);
        }
        listeners.forEach(Runnable::run);
    }

    private static void push(Deque<Step> steps, Step step) {
        steps.push(step);
        if (steps.size() > MOST) {
            steps.removeLast();
        }
    }

    /// Calls `listener` after each change of the stack, on the thread that made it.
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// The words of the step that [#undo] would take back.
    public synchronized Optional<String> undoable() {
        return Optional.ofNullable(done.peek()).map(Step::words);
    }

    /// The words of the step that [#redo] would make again.
    public synchronized Optional<String> redoable() {
        return Optional.ofNullable(undone.peek()).map(Step::words);
    }

    /// Takes the newest step back, in one transaction.
    public UndoResult undo(Choice choice) {
        return revert(done, undone, false, choice);
    }

    /// Makes the step that was undone last again, in one transaction.
    public UndoResult redo(Choice choice) {
        return revert(undone, done, true, choice);
    }

    private UndoResult revert(Deque<Step> from, Deque<Step> to, boolean isRedo, Choice choice) {
        var step = take(from);
        if (step.isEmpty()) {
            return new UndoResult.Nothing();
        }
        var words = step.get().words();
        List<RowChange> changes = new ArrayList<>();
        List<LaterEdit> later;
        try {
            later = database.recording(
                    changes::addAll, () -> database.write(sql -> revert(sql, step.get(), isRedo, choice)));
        } catch (RuntimeException e) {
            putBack(from, step.get());
            throw e;
        }
        if (!later.isEmpty()) {
            putBack(from, step.get());
            return new UndoResult.Meets(words, later);
        }
        if (!changes.isEmpty()) {
            putBack(to, new Step(words, changes));
        }
        listeners.forEach(Runnable::run);
        return new UndoResult.Done(words);
    }

    private synchronized Optional<Step> take(Deque<Step> from) {
        return Optional.ofNullable(from.poll());
    }

    private synchronized void putBack(Deque<Step> to, Step step) {
        push(to, step);
    }

    /// Reverts the step in this transaction, and returns the later edits for which a person must choose; then nothing
    /// was changed.
    private List<LaterEdit> revert(Sql sql, Step step, boolean isRedo, Choice choice) throws SQLException {
        var plan = Revert.plan(sql, database.schema(), step.changes(), isRedo);
        if (choice == Choice.ASK && !plan.later().isEmpty()) {
            return plan.later();
        }
        Revert.carryOut(sql, database.schema(), plan, choice == Choice.REPLACE_LATER);
        for (var change : step.changes()) {
            ChangeCapture.dropUnchanged(
                    sql, database.schema().table(change.record().table()), change.record());
        }
        return List.of();
    }
}
