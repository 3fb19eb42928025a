/// Checkpoints, whole copies of the synced state on the remote: writing, checking and installing them, and the
/// snapshots that replace a truncated history.
@org.jspecify.annotations.NullMarked
package tidemark.sync.checkpoint;
