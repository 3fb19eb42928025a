/// The sync engine, which keeps a library the same on all devices: it turns pending rows into batches, the log into
/// rows, and differences into merges or conflicts.
///
/// It knows tables only by their declarations. Clock, randomness, network and file system come in from outside, so that
/// a whole fleet of devices runs in one thread under a simulated clock. The commit protocol is twelve rules, explored
/// exhaustively (`src/docs/protocol.md`, in short at [tidemark.sync.log]); where a method carries one out, its comment
/// names it.
///
/// The six packages are in one line, and each uses only those after it:
///
/// 1. `sync`: rounds, the service in the background, the status, the recovery from a rollback
/// 2. [tidemark.sync.checkpoint]: copies of the synced state on the remote, truncation and catching up
/// 3. [tidemark.sync.apply]: batches of other devices merged into the rows
/// 4. [tidemark.sync.log]: numbers on the remote, read and committed
/// 5. [tidemark.sync.state]: the local tables of the sync, one transaction at a time
/// 6. [tidemark.sync.format]: the bytes on the remote
@org.jspecify.annotations.NullMarked
package tidemark.sync;
