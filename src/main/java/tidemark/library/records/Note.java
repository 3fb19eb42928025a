package tidemark.library.records;

import java.time.Instant;
import java.util.Optional;

/// A note of a project.
///
/// @param trashedAt when it was put into the trash, if it was
/// @param edited when it was last changed, as this device knows it
public record Note(NoteId id, ProjectId project, NoteText text, Optional<Instant> trashedAt, Instant edited) {}
