package tidemark.ui.typing;

/// The selection in a text, counted in chars; both ends are the same where there is only the caret.
///
/// @param anchor the end at which it was begun
/// @param caret the end at which the caret is
public record Selection(int anchor, int caret) {
    static Selection at(int caret) {
        return new Selection(caret, caret);
    }

    /// This selection after a change of the text around it.
    public Selection after(Splices change) {
        return new Selection(change.moved(anchor), change.moved(caret));
    }
}
