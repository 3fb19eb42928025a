/// Checkpoints: whole copies of the synced state on the remote, how they are written, checked, installed, and how they
/// replace a truncated history.
@org.jspecify.annotations.NullMarked
package tidemark.sync.checkpoint;
