/// Tests of sync.state.
@org.jspecify.annotations.NullMarked
package tidemark.sync.state;
