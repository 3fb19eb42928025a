/// Tests of log.
@org.jspecify.annotations.NullMarked
package tidemark.sync.log;
