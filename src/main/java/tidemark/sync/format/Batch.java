package tidemark.sync.format;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The edits that one device commits under one version.
///
/// @param time when it was frozen, by the writer's clock; shown to people, decides nothing
/// @param previous hash of the batch before, so that the log is a chain
/// @param schema the writer's schema number
/// @param minReader the lowest schema number whose programs may apply it
/// @param stateHash of the synced state after it
/// @param snapshot the name of the snapshot up to which history is truncated, in a batch that says so (key "base")
public record Batch(
        CommitId commitId,
        Device device,
        Instant time,
        Version version,
        Hash previous,
        int schema,
        int minReader,
        StateHash stateHash,
        Optional<String> snapshot,
        List<Change> changes) {
    public Batch {
        changes = List.copyOf(changes);
    }
}
