/// Tests of the editor.
@org.jspecify.annotations.NullMarked
package tidemark.ui.editor;
