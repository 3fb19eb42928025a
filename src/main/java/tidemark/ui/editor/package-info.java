/// One project and its notes, saved while they are edited.
@org.jspecify.annotations.NullMarked
package tidemark.ui.editor;
