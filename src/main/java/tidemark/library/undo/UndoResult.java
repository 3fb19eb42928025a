package tidemark.library.undo;

import java.util.List;

/// The outcome of an undo or a redo.
public sealed interface UndoResult {
    /// The step was taken back, or made again.
    ///
    /// @param words the step's words, such as "Move 3 projects to the trash"
    record Done(String words) implements UndoResult {}

    /// Nothing was changed: later edits stand against it, and a person has to choose.
    record Meets(String words, List<LaterEdit> later) implements UndoResult {
        public Meets {
            later = List.copyOf(later);
        }
    }

    /// There was no step.
    record Nothing() implements UndoResult {}
}
