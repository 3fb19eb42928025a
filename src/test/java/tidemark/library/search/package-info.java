/// Tests of library.search.
@org.jspecify.annotations.NullMarked
package tidemark.library.search;
