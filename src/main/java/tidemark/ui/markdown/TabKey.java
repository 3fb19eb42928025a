package tidemark.ui.markdown;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import tidemark.ui.typing.ControlUndo;

/// The Tab key in a text: it moves the keyboard focus on, as everywhere. Only in a list item and in a selection it
/// indents; Esc and then Tab moves on even there.
final class TabKey {
    private final TextArea area;
    private boolean leaves;

    private TabKey(TextArea area) {
        this.area = area;
    }

    /// Gives the Tab key of this control its meaning.
    static void install(TextArea area) {
        var key = new TabKey(area);
        area.addEventFilter(KeyEvent.KEY_PRESSED, key::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            leaves = true;
        } else if (event.getCode() != KeyCode.TAB) {
            leaves = leaves && event.getCode().isModifierKey();
        } else if (!event.isControlDown() && !event.isAltDown() && !event.isMetaDown()) {
            event.consume();
            tab(event.isShiftDown());
        }
    }

    private void tab(boolean isBack) {
        var indented = leaves
                ? new Indent.Nothing()
                : Indent.of(area.getText(), area.getAnchor(), area.getCaretPosition(), isBack);
        leaves = false;
        switch (indented) {
            case Indent.Lines(var begin, var end, var lines, var anchor, var caret) ->
                ControlUndo.of(area).command(() -> {
                    area.replaceText(begin, end, lines);
                    area.selectRange(anchor, caret);
                });
            case Indent.Nothing() ->
                area.requestFocusTraversal(isBack ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }
}
