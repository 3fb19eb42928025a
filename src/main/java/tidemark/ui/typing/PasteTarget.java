package tidemark.ui.typing;

/// A text into which more than words can be pasted.
public interface PasteTarget {
    /// Whether the clipboard has something for it now.
    boolean canPaste();
}
