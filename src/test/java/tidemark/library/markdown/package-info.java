/// Tests of library.markdown.
@org.jspecify.annotations.NullMarked
package tidemark.library.markdown;
