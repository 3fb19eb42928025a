/// Tests of the sync indicator.
@org.jspecify.annotations.NullMarked
package tidemark.ui.status;
