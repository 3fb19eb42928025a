package tidemark.library.records;

import java.time.Instant;
import java.util.Optional;

/// A project: what a person is working on.
///
/// @param trashedAt when it was put into the trash, if it was
public record Project(
        ProjectId id,
        ProjectDetails details,
        Optional<CollectionId> collection,
        Optional<Instant> trashedAt,
        Times times) {
    /// When it or something in it was last changed, as this device knows it.
    public Instant edited() {
        return times.edited();
    }
}
