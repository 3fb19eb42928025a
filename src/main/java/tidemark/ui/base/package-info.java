/// The base of all views: messages, icons, and the hand-over between the background and the window's thread.
@org.jspecify.annotations.NullMarked
package tidemark.ui.base;
