/// Tests of library.sample.
@org.jspecify.annotations.NullMarked
package tidemark.library.sample;
