/// The sample library that a first start opens on.
@org.jspecify.annotations.NullMarked
package tidemark.library.sample;
