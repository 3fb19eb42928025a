package tidemark.library.records;

import java.time.Instant;
import java.util.Optional;

/// A note of a project.
///
/// @param trashedAt when it was put into the trash, if it was
public record Note(NoteId id, ProjectId project, NoteText text, Optional<Instant> trashedAt, Times times) {
    /// When it was last changed, as this device knows it.
    public Instant edited() {
        return times.edited();
    }
}
