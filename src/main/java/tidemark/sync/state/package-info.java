/// The local tables of the sync (pending, outgoing, log, position) and the steps on them that run in one transaction.
///
/// It knows synced tables only by their declarations, and asks the remote nothing.
@org.jspecify.annotations.NullMarked
package tidemark.sync.state;
