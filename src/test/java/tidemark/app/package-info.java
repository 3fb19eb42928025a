/// Tests of the whole application without a window.
@org.jspecify.annotations.NullMarked
package tidemark.app;
