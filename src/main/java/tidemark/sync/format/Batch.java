package tidemark.sync.format;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one device committed under one version.
///
/// @param time when, by the writer's clock; shown to people, decides nothing
/// @param previous hash of the batch before, so that the log is a chain
/// @param schema the writer's schema number
/// @param minReader the lowest schema number whose programs may apply it
/// @param stateHash of the synced state after it
/// @param base the checkpoint it names, when history was emptied up to that
public record Batch(
        CommitId commitId,
        Device device,
        Instant time,
        Version version,
        Hash previous,
        int schema,
        int minReader,
        StateHash stateHash,
        Optional<String> base,
        List<Change> changes) {
    public Batch {
        changes = List.copyOf(changes);
    }
}
