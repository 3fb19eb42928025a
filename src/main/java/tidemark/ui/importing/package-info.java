/// The import of Markdown files in the window: its progress, and what it brought.
@org.jspecify.annotations.NullMarked
package tidemark.ui.importing;
