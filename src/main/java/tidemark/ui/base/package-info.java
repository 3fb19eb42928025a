/// What every view needs: words, icons, and the one way between the background and the window's thread.
@org.jspecify.annotations.NullMarked
package tidemark.ui.base;
