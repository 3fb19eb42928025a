package tidemark.ui.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tidemark.library.undo.LaterEdit;
import tidemark.library.undo.UndoResult;
import tidemark.library.undo.UndoStack;
import tidemark.library.undo.UndoStack.Choice;

/// The undo stack for the window: every edit that a person makes goes through here, in the background, as one
/// step.
///
/// A step's words are in the past and say what was done: "Moved 3 projects to the trash".
public final class Undo {
    /// Later edits that an undo or redo meets, and how to go on with it once the person has chosen.
    ///
    /// @param words the words of the step
    /// @param goOn carries the undo or redo out with the choice
    public record Question(String words, List<LaterEdit> later, Consumer<Choice> goOn) {}

    private final UndoStack stack;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<String>> undoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> redoable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Consumer<String> onNews = _ -> {};
    private BiConsumer<String, Boolean> onReverted = (_, _) -> {};
    private Consumer<Question> onMeeting = _ -> {};

    /// An undo on this stack.
    public Undo(UndoStack stack, Background background) {
        this.stack = stack;
        this.background = background;
        stack.onChange(() -> background.onWindow(this::read));
    }

    private void read() {
        undoable.set(stack.undoable());
        redoable.set(stack.redoable());
    }

    /// The words of the step that an undo would take back.
    public ReadOnlyObjectProperty<Optional<String>> undoable() {
        return undoable.getReadOnlyProperty();
    }

    /// The words of the step that a redo would make again.
    public ReadOnlyObjectProperty<Optional<String>> redoable() {
        return redoable.getReadOnlyProperty();
    }

    /// Sets the receiver of the words of steps that are told to the person, on the window's thread.
    public void onNews(Consumer<String> receiver) {
        onNews = receiver;
    }

    /// Sets the receiver of the words of steps that were taken back (true) or made again (false).
    public void onReverted(BiConsumer<String, Boolean> receiver) {
        onReverted = receiver;
    }

    /// Sets the receiver of questions.
    public void onMeeting(Consumer<Question> receiver) {
        onMeeting = receiver;
    }

    /// Runs `edit`, which creates something, in the background as one step.
    public <T> Background.Pending<T> create(String words, Supplier<T> edit) {
        return background.run(() -> stack.step(words, edit));
    }

    /// Runs `edit` in the background as one step.
    public void step(String words, Runnable edit) {
        create(words, supplier(edit)).then(_ -> {});
    }

    /// Runs `edit` in the background as one step, and tells the person of it when it is done: it may have
    /// changed what is not on show. Of an edit that changed nothing there is nothing to tell: an undo beside
    /// it would take back the step before.
    public void told(String words, Runnable edit) {
        told(words, supplier(edit), _ -> {}, background::tell);
    }

    /// Runs `edit` as [#told] does, and passes its result, or its failure, to the window first.
    public <T> void told(String words, Supplier<T> edit, Consumer<T> then, Consumer<Throwable> failed) {
        background
                .run(() -> {
                    var result = new ArrayList<T>();
                    var hasChanged = stack.changes(words, () -> result.add(edit.get()));
                    return new Told<>(result.getFirst(), hasChanged);
                })
                .then(
                        told -> {
                            then.accept(told.result());
                            if (told.hasChanged()) {
                                onNews.accept(words);
                            }
                        },
                        failed);
    }

    private record Told<T>(T result, boolean hasChanged) {}

    /// Runs `edit`, which may take long, as [#told] does, and gives its result.
    ///
    /// @param on where it runs
    /// @param none the result of an edit that failed
    /// @param words words for the result, which say how much of the edit was done
    public <T> Background.Pending<T> told(Background on, T none, Function<T, String> words, Supplier<T> edit) {
        var result = new AtomicReference<>(none);
        return on.run(() -> {
            if (stack.changes(() -> words.apply(result.get()), () -> result.set(edit.get()))) {
                background.onWindow(() -> onNews.accept(words.apply(result.get())));
            }
            return result.get();
        });
    }

    private static Supplier<Boolean> supplier(Runnable edit) {
        return () -> {
            edit.run();
            return true;
        };
    }

    /// Runs `edit` here as one step; for an edit that is in the background already.
    public <T> T here(String words, Supplier<T> edit) {
        return stack.step(words, edit);
    }

    /// Takes the newest step back; where it meets later edits, the person is asked first.
    public void undo() {
        undo(Choice.ASK);
    }

    private void undo(Choice choice) {
        background.run(() -> stack.undo(choice)).then(result -> answer(result, true, this::undo));
    }

    /// Makes the step that was undone last again.
    public void redo() {
        redo(Choice.ASK);
    }

    private void redo(Choice choice) {
        background.run(() -> stack.redo(choice)).then(result -> answer(result, false, this::redo));
    }

    private void answer(UndoResult result, boolean isUndo, Consumer<Choice> goOn) {
        switch (result) {
            case UndoResult.Done(var words) -> onReverted.accept(words, isUndo);
            case UndoResult.Meets(var words, var later) -> onMeeting.accept(new Question(words, later, goOn));
            case UndoResult.Nothing() -> {}
        }
    }
}
