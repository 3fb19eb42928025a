/// The undo of what is typed: finer than the library's undo steps, one history for each text field of each record, kept
/// while the window is open. The histories know no control; what a control shows is bound to one by its editor.
@org.jspecify.annotations.NullMarked
package tidemark.ui.typing;
