package tidemark.library.records;

import java.time.Instant;
import java.util.Optional;

/// A file of a project.
///
/// @param trashedAt when it was put into the trash, if it was
/// @param edited when it was last changed, as this device knows it
public record ProjectFile(
        FileId id, ProjectId project, FileDetails details, Optional<Instant> trashedAt, Instant edited) {}
