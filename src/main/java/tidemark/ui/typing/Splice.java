package tidemark.ui.typing;

/// A replacement of some chars of a text.
///
/// @param at in chars from the start of the text before the change
/// @param removed the number of chars taken out there
/// @param added the text put in their place
public record Splice(int at, int removed, String added) {
    /// The place behind the removed chars, in the text before the change.
    int end() {
        return at + removed;
    }

    boolean isNothing() {
        return removed == 0 && added.isEmpty();
    }
}
