/// The engine that keeps a library the same everywhere: it turns pending rows into batches, the log into rows, and
/// differences into merges or conflicts.
///
/// It knows tables only by their declarations. Clock, randomness, network and file system come in from outside, so
/// that a whole fleet of devices runs in one thread under a simulated clock. The commit protocol is twelve rules,
/// explored exhaustively; where a method carries one out, its comment names it.
@org.jspecify.annotations.NullMarked
package tidemark.sync;
