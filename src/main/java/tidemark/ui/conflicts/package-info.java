/// The window in which a person resolves conflicts: base, mine, theirs and the result beside each other.
@org.jspecify.annotations.NullMarked
package tidemark.ui.conflicts;
