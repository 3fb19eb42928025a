/// Tests of the import in the window, without a window.
@org.jspecify.annotations.NullMarked
package tidemark.ui.importing;
