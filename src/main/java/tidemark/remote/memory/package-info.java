/// A store in memory, the simplest correct one, and one with faults: for tests, simulations and benchmarks.
@org.jspecify.annotations.NullMarked
package tidemark.remote.memory;
