package tidemark.sync;

import tidemark.sync.log.BatchCommitter;
import tidemark.sync.state.CommitAck;
import tidemark.sync.state.Freezer;

/// The three steps by which a batch leaves this copy: freeze, commit, acknowledge.
record Outbox(Freezer freezer, BatchCommitter committer, CommitAck ack) {}
