package tidemark.library.records;

import java.time.Instant;
import java.util.Optional;

/// A collection of projects, possibly inside another.
///
/// @param trashedAt when it was put into the trash, if it was
public record Collection(
        CollectionId id, CollectionDetails details, Optional<CollectionId> parent, Optional<Instant> trashedAt) {}
