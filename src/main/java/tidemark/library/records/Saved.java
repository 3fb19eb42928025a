package tidemark.library.records;

import java.util.List;

/// The result of a save: what was saved, or its merge with what had been written meanwhile. An open editor takes it as
/// the value that its next save is made from.
///
/// @param conflicts the fields of which both versions were kept for someone to choose, by name
public record Saved<T>(T now, List<String> conflicts) {
    public Saved {
        conflicts = List.copyOf(conflicts);
    }
}
