/// A remote in memory: the simplest true store, for tests, simulations and benchmarks.
@org.jspecify.annotations.NullMarked
package tidemark.remote.memory;
