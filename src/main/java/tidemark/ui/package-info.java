/// The window: three panes and a status bar on one open library.
@org.jspecify.annotations.NullMarked
package tidemark.ui;
