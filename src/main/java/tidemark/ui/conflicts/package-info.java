/// The window in which a person resolves conflicts.
///
/// Of a text, base, both versions and the result stand beside each other, piece by piece. The result is no text of its
/// own but what each piece has taken: so it stays aligned, a piece can be taken anew without touching another, and only
/// what is in view is drawn. Of a value, all versions are a list.
@org.jspecify.annotations.NullMarked
package tidemark.ui.conflicts;
