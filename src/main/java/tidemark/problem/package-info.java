/// Failures explained in words for the person they happened to.
@org.jspecify.annotations.NullMarked
package tidemark.problem;
