/// Tests of the window in which conflicts are settled.
@org.jspecify.annotations.NullMarked
package tidemark.ui.conflicts;
