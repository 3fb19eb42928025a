/// Tests of the window, driven as a person would on a real library, without a screen.
@org.jspecify.annotations.NullMarked
package tidemark.ui;
