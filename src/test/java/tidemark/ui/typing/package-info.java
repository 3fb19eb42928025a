/// Tests of the undo of what is typed, without a control.
@org.jspecify.annotations.NullMarked
package tidemark.ui.typing;
