/// Where a person settles conflicts: base, mine, theirs and the result beside each other.
@org.jspecify.annotations.NullMarked
package tidemark.ui.conflicts;
