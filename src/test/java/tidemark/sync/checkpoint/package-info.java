/// Tests of sync.checkpoint.
@org.jspecify.annotations.NullMarked
package tidemark.sync.checkpoint;
