/// Undo and redo of a person's edits, rebased on what was written since: a stack of steps for each library, each with
/// the rows that it changed, and their revert, which says where it meets later edits.
@org.jspecify.annotations.NullMarked
package tidemark.library.undo;
