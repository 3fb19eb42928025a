package tidemark.ui.markdown;

import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import tidemark.ui.typing.ControlUndo;
import tidemark.ui.typing.PasteTarget;

/// The control in which Markdown is typed. Files and images that are pasted or dropped into it are shown by what is
/// inserted at the caret.
final class MarkdownArea extends TextArea implements PasteTarget {
    private final TextAttachments attachments;

    MarkdownArea(TextAttachments attachments) {
        this.attachments = attachments;
        addEventHandler(DragEvent.DRAG_OVER, this::over);
        addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void over(DragEvent event) {
        if (isEditable() && attachments.canTake(event.getDragboard())) {
            event.acceptTransferModes(TransferMode.COPY);
            placeCaret(event);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (isEditable() && attachments.canTake(event.getDragboard())) {
            placeCaret(event);
            attachments.take(event.getDragboard(), this::insert);
            event.setDropCompleted(true);
            event.consume();
        }
    }

    /// Shows where what is dragged will be put.
    private void placeCaret(DragEvent event) {
        if (getSkin() instanceof TextAreaSkin skin) {
            requestFocus();
            selectRange(
                    skin.getIndex(event.getX(), event.getY()).getInsertionIndex(),
                    skin.getIndex(event.getX(), event.getY()).getInsertionIndex());
        }
    }

    @Override
    public boolean canPaste() {
        var board = Clipboard.getSystemClipboard();
        return board.hasString() || attachments.canTake(board);
    }

    /// Pastes files, words, or an image: other programs offer the names of files as words, too, and words as an image.
    @Override
    public void paste() {
        var board = Clipboard.getSystemClipboard();
        if (isEditable() && (board.hasFiles() || !board.hasString()) && attachments.canTake(board)) {
            attachments.take(board, this::insert);
        } else {
            super.paste();
        }
    }

    /// Puts Markdown in place of the selection, unless another text is open by now.
    private void insert(String markdown) {
        if (getScene() != null) {
            ControlUndo.of(this).command(() -> replaceSelection(markdown));
        }
    }
}
