/// Tests of sync.log.
@org.jspecify.annotations.NullMarked
package tidemark.sync.log;
