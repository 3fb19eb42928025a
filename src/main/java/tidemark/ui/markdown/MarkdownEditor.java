package tidemark.ui.markdown;

import static tidemark.ui.base.Texts.text;

import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import tidemark.ui.base.Delay;
import tidemark.ui.typing.ControlUndo;

/// An editor of Markdown as text, with a preview beside it.
public final class MarkdownEditor extends SplitPane {
    private static final Duration REDRAW = Duration.ofMillis(150);

    /// Less than this is no sensible width for two columns of words.
    private static final double ROOM_FOR_BOTH = 600;

    private final TextArea area;
    private final MarkdownView view;
    private final Delay redraw = Delay.of(REDRAW);
    private final BooleanProperty preview = new SimpleBooleanProperty(true);
    private final BooleanProperty reading = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper showsPreview = new ReadOnlyBooleanWrapper(true);
    private boolean hasRoom = true;

    /// An empty editor.
    ///
    /// @param hint the prompt in place of a text
    /// @param name the name for screen readers
    /// @param attachments the pictures of the text, and what can be put into it
    public MarkdownEditor(String hint, String name, TextAttachments attachments) {
        area = new MarkdownArea(attachments);
        view = new MarkdownView(this::toggleTask, attachments);
        area.setWrapText(true);
        area.setPromptText(hint);
        area.setAccessibleText(name);
        area.setAccessibleHelp(text("editor.tab"));
        area.getStyleClass().add("markdown-source");
        TabKey.install(area);
        view.setAccessibleText(text("editor.preview"));
        view.setFocusTraversable(true);
        view.setId("preview");
        getStyleClass().add("markdown-editor");
        getItems().setAll(area, view);
        preview.subscribe(this::showPreview);
        reading.subscribe(this::showPreview);
        widthProperty()
                .map(width -> width.doubleValue() == 0 || width.doubleValue() >= ROOM_FOR_BOTH)
                .subscribe(this::makeRoom);
        area.textProperty().subscribe(() -> redraw.restart(this::draw));
    }

    /// The control in which the text is typed.
    public TextArea area() {
        return area;
    }

    /// Whether the preview is shown, where there is room for it.
    public BooleanProperty previewProperty() {
        return preview;
    }

    /// Whether the preview is shown in place of the text, where there is no room for both.
    public BooleanProperty readingProperty() {
        return reading;
    }

    /// Whether the preview is on show.
    public ReadOnlyBooleanProperty showsPreviewProperty() {
        return showsPreview.getReadOnlyProperty();
    }

    /// Shows or hides the preview: beside the text, or in its place where there is no room for both.
    public void togglePreview() {
        var wish = hasRoom ? preview : reading;
        wish.set(!wish.get());
    }

    /// Hides the preview where there is no room for both.
    private void makeRoom(boolean isThere) {
        hasRoom = isThere;
        showPreview();
    }

    private void showPreview() {
        var isAlone = !hasRoom && reading.get();
        var shown = isAlone || (preview.get() && hasRoom);
        var parts = isAlone ? List.of(view) : shown ? List.of(area, view) : List.of(area);
        if (!getItems().equals(parts)) {
            var hadFocus = isFocusWithin();
            getItems().setAll(parts);
            if (parts.size() > 1) {
                setDividerPositions(0.5);
                // A width that is only now being laid out would move the divider again.
                Platform.runLater(() -> setDividerPositions(0.5));
            }
            if (hadFocus) {
                parts.getFirst().requestFocus();
            }
        }
        showsPreview.set(shown);
        draw();
    }

    private void draw() {
        if (getItems().contains(view)) {
            view.show(area.getText());
        }
    }

    private void toggleTask(int line) {
        var was = area.getText();
        var now = TaskItems.toggle(was, line);
        int at = 0;
        while (at < was.length() && was.charAt(at) == now.charAt(at)) {
            at++;
        }
        if (at < was.length()) {
            var begin = at;
            var caret = area.getCaretPosition();
            ControlUndo.of(area).command(() -> {
                area.replaceText(begin, begin + 1, now.substring(begin, begin + 1));
                area.positionCaret(caret);
            });
        }
    }
}
