/// Tests of state.
@org.jspecify.annotations.NullMarked
package tidemark.sync.state;
