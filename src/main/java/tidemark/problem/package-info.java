/// What went wrong, in words for the person it happened to.
@org.jspecify.annotations.NullMarked
package tidemark.problem;
