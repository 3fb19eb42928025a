/// The log on the remote: how a number is read, and how it is decided whose batch becomes it.
///
/// The commit protocol in short; `src/docs/protocol.md` has the exact rules. S is the synced state, v the version here.
///
/// 1. Synced state: S is the rows, with pending ones at their base. At v it is the same in every copy.
/// 2. Edit: row and pending entry in one transaction. An entry may go when its row is back at its base, but not while
///    outgoing names it.
/// 3. Freeze: with nothing outgoing, store the next batch as outgoing, number v + 1 with a new commit id, then send it.
/// 4. Send: create number v + 1. Unless it was created, read it: mine is rule 5, another's 6, a tombstone 10; if
///    nothing is there, send the same bytes again.
/// 5. Acknowledge: v + 1 is mine. Rows that are as sent are no longer pending; the base of the others becomes what was
///    sent. The rows do not change.
/// 6. Apply: v + 1 is another's. The rows become the three-way merge of S, the rows and S with the batch, in one
///    transaction; outgoing becomes none.
/// 7. Poll: read number v + 1. If nothing is there, this copy is up to date.
/// 8. Join or catch up: only with nothing outgoing, merge a checkpoint of a higher version, and go on from there.
/// 9. Truncate history: put a snapshot, read it back, commit a batch that names it, then put tombstones up to its
///    version and no further.
/// 10. Pass a truncation: at a tombstone, merge the newest snapshot. Outgoing was committed if that names its commit id
///     as the last of this device; otherwise it becomes none.
/// 11. Checkpoint: may be written at any time; a late or stale one does no harm.
/// 12. Claims: where the store cannot create atomically, the devices vote on a number by the names of empty objects
///     (Disk Paxos).
@org.jspecify.annotations.NullMarked
package tidemark.sync.log;
