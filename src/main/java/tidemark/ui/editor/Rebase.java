package tidemark.ui.editor;

import java.util.Objects;
import tidemark.merge.TextMerge;

/// A field in an open editor when the library has changed under it.
///
/// @param base what the editor's value is made from, to be named when it is saved
/// @param value what the editor shows
record Rebase<T>(T base, T value) {
    /// A field that is whole: theirs is taken unless I have changed it. When both have, the base stays, so that the
    /// save finds out that two versions must be kept.
    static <T> Rebase<T> of(T base, T mine, T theirs) {
        if (Objects.equals(theirs, base)) {
            return new Rebase<>(base, mine);
        }
        if (Objects.equals(mine, base) || Objects.equals(mine, theirs)) {
            return new Rebase<>(theirs, theirs);
        }
        return new Rebase<>(base, mine);
    }

    /// A text: both changes are laid together where they touch different lines.
    static Rebase<String> text(String base, String mine, String theirs) {
        var whole = of(base, mine, theirs);
        if (!whole.base().equals(base) || whole.base().equals(theirs)) {
            return whole;
        }
        return TextMerge.merge(base, mine, theirs) instanceof TextMerge.Result(var text, var clean) && clean
                ? new Rebase<>(theirs, text)
                : whole;
    }
}
