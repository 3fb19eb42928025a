package tidemark.ui.typing;

import java.time.Duration;
import java.time.Instant;

/// A person at a text with a history, without a control: what is typed, where the caret is, and what time it is.
final class Typist {
    final TypingHistory history;
    private Instant now = Instant.parse("2026-01-01T10:00:00Z");
    private Selection selection = Selection.at(0);

    Typist(String text) {
        history = new TypingHistory(text, () -> now, _ -> {});
    }

    String text() {
        return history.text();
    }

    Selection selection() {
        return selection;
    }

    void select(int anchor, int caret) {
        selection = new Selection(anchor, caret);
        history.selected(selection);
    }

    void caretAt(int place) {
        select(place, place);
    }

    void pause(Duration length) {
        now = now.plus(length);
    }

    /// Presses these keys one after the other.
    void type(String keys) {
        keys.codePoints().forEach(key -> put(Character.toString(key)));
    }

    /// Puts the text in place of the selection at once.
    void put(String added) {
        var begin = Math.min(selection.anchor(), selection.caret());
        var end = Math.max(selection.anchor(), selection.caret());
        edit(new Splice(begin, end - begin, added));
    }

    void backspace() {
        edit(new Splice(selection.caret() - 1, 1, ""));
    }

    void delete() {
        edit(new Splice(selection.caret(), 1, ""));
    }

    void edit(Splice splice) {
        history.edited(splice, selection);
        caretAt(splice.at() + splice.added().length());
    }

    /// What another device wrote arrives.
    void arrives(String text) {
        var change = Splices.between(text(), text);
        history.foreign(text);
        selection = selection.after(change);
    }

    boolean undo() {
        var change = history.undo();
        change.ifPresent(done -> selection = done.selection());
        return change.isPresent();
    }

    boolean redo() {
        var change = history.redo();
        change.ifPresent(done -> selection = done.selection());
        return change.isPresent();
    }

    int undoAll() {
        int steps = 0;
        while (undo()) {
            steps++;
        }
        return steps;
    }

    int redoAll() {
        int steps = 0;
        while (redo()) {
            steps++;
        }
        return steps;
    }
}
