/// Tests of the format of batches.
@org.jspecify.annotations.NullMarked
package tidemark.sync.format;
