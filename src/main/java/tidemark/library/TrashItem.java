package tidemark.library;

import java.time.Instant;

/// Something in the trash.
///
/// @param id a project's, note's, file's or collection's
/// @param context the title of the project that a note or file is of, otherwise empty
public record TrashItem(LibraryId id, String title, String context, Instant trashedAt) {}
