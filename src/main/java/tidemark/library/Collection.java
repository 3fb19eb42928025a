package tidemark.library;

import java.util.Optional;

/// A collection of projects, possibly inside another.
public record Collection(CollectionId id, CollectionDetails details, Optional<CollectionId> parent) {}
