package tidemark.library.records;

import java.util.Map;

/// The numbers beside the entries of the sidebar.
///
/// @param trashed records of any kind in the trash
/// @param conflicts open conflicts
/// @param collections projects directly in each collection; none for an empty one
/// @param labels projects that carry each label; none for an unused one
public record Counts(
        int projects,
        int starred,
        int due,
        int trashed,
        int conflicts,
        Map<CollectionId, Integer> collections,
        Map<LabelId, Integer> labels) {
    public Counts {
        collections = Map.copyOf(collections);
        labels = Map.copyOf(labels);
    }
}
