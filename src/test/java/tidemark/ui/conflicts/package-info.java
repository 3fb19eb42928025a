/// Tests of the window in which conflicts are resolved.
@org.jspecify.annotations.NullMarked
package tidemark.ui.conflicts;
