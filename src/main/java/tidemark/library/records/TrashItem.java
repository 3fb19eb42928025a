package tidemark.library.records;

import java.time.Instant;

/// A record in the trash.
///
/// @param id the id of a project, note, file or collection
/// @param context the title of the project that a note or file belongs to, otherwise empty
public record TrashItem(LibraryId id, String title, String context, Instant trashedAt) {}
