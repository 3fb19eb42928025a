/// Tests of whole applications without a window.
@org.jspecify.annotations.NullMarked
package tidemark.app;
