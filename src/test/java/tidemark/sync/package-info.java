/// Tests of the engine: single devices against a real store, and a simulated fleet in one thread.
@org.jspecify.annotations.NullMarked
package tidemark.sync;
