package tidemark.ui.editor;

import java.util.Objects;
import tidemark.merge.TextMerge;

/// A field in an open editor after the library has changed under it.
///
/// @param base the value that the editor's value is made from, to be given to the next save
/// @param value the value that the editor shows
record Rebase<T>(T base, T value) {
    /// A field that is merged whole: theirs is taken unless mine was changed. When both were, the base stays, so that
    /// the save detects the conflict.
    static <T> Rebase<T> of(T base, T mine, T theirs) {
        if (Objects.equals(theirs, base)) {
            return new Rebase<>(base, mine);
        }
        if (Objects.equals(mine, base) || Objects.equals(mine, theirs)) {
            return new Rebase<>(theirs, theirs);
        }
        return new Rebase<>(base, mine);
    }

    /// A text: both changes are merged where they touch different lines.
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
