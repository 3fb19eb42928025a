package tidemark.ui.editor;

import static tidemark.ui.base.Texts.text;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.feather.Feather;
import tidemark.ui.base.Icons;
import tidemark.ui.markdown.MarkdownEditor;

/// The previews of all texts of the window, which are shown or hidden together, and the button for it.
final class Previews {
    private final BooleanProperty beside = new SimpleBooleanProperty(true);
    private final BooleanProperty instead = new SimpleBooleanProperty();
    private final List<WeakReference<MarkdownEditor>> editors = new ArrayList<>();
    private final ToggleButton button = Icons.toggle(Feather.BOOK_OPEN, text("editor.preview.toggle"));

    Previews() {
        button.setId("preview-toggle");
        button.getStyleClass().add("preview-toggle");
        button.setOnAction(_ -> toggle());
    }

    /// The button, which is on while a preview is on show.
    ToggleButton button() {
        return button;
    }

    /// Adds an editor, which follows the others from now on.
    void add(MarkdownEditor editor) {
        editor.previewProperty().bindBidirectional(beside);
        editor.readingProperty().bindBidirectional(instead);
        editors.removeIf(known -> known.get() == null);
        editors.add(new WeakReference<>(editor));
        editor.showsPreviewProperty().subscribe(this::mark);
    }

    /// Shows or hides the preview of the text that is on show.
    void toggle() {
        shown().ifPresent(MarkdownEditor::togglePreview);
        mark();
    }

    /// Lets the button say whether a preview is on show.
    void mark() {
        button.setSelected(
                shown().map(editor -> editor.showsPreviewProperty().get()).orElse(false));
    }

    /// The editor on show: that of the selected tab.
    private Optional<MarkdownEditor> shown() {
        return editors.stream()
                .flatMap(editor -> Optional.ofNullable(editor.get()).stream())
                .filter(editor -> editor.getScene() != null && isVisible(editor))
                .findFirst();
    }

    private static boolean isVisible(javafx.scene.Node node) {
        return node.isVisible() && (node.getParent() == null || isVisible(node.getParent()));
    }
}
