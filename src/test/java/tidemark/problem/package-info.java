/// Tests of failures in words.
@org.jspecify.annotations.NullMarked
package tidemark.problem;
