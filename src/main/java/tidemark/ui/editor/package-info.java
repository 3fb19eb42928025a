/// The editor of one project and its notes, which are saved while they are edited.
@org.jspecify.annotations.NullMarked
package tidemark.ui.editor;
