/// Tests of checkpoint.
@org.jspecify.annotations.NullMarked
package tidemark.sync.checkpoint;
