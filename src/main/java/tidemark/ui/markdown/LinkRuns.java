package tidemark.ui.markdown;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/// The runs of text of one link: a click anywhere on them opens it, and Enter, once the keyboard has come to
/// its first.
final class LinkRuns {
    private LinkRuns() {}

    /// Makes a link of these runs. Its address is seen before it is opened.
    ///
    /// @param words the text of the link
    static void install(List<Node> runs, String words, String address) {
        var tip = new Tooltip(address);
        for (var run : runs) {
            Tooltip.install(run, tip);
            run.setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                    run.fireEvent(LinkClicked.of(address));
                }
            });
        }
        runs.stream().findFirst().ifPresent(first -> {
            first.setFocusTraversable(true);
            first.setAccessibleRole(AccessibleRole.HYPERLINK);
            first.setAccessibleText(words);
            first.setAccessibleHelp(address);
            first.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    first.fireEvent(LinkClicked.of(address));
                    event.consume();
                }
            });
            first.focusedProperty().subscribe(has -> runs.forEach(run -> mark(run, has)));
        });
    }

    private static void mark(Node run, boolean hasFocus) {
        run.getStyleClass().remove("focused-link");
        if (hasFocus) {
            run.getStyleClass().add("focused-link");
        }
    }
}
