package tidemark.sync;

import tidemark.sync.log.BatchCommitter;
import tidemark.sync.state.CommitAck;
import tidemark.sync.state.Freezer;

/// The way of a batch out of this copy: frozen, committed, acknowledged.
record Outbox(Freezer freezer, BatchCommitter committer, CommitAck ack) {}
