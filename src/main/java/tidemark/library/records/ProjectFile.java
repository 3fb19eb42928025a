package tidemark.library.records;

import java.time.Instant;
import java.util.Optional;

/// A file of a project.
///
/// @param path its path in the folder that it was imported from, by which links in texts name it
/// @param trashedAt when it was put into the trash, if it was
/// @param edited when it was last changed, as this device knows it
/// @param addedBy the name of the device on which it was added, where that is known
public record ProjectFile(
        FileId id,
        ProjectId project,
        FileDetails details,
        Optional<String> path,
        Optional<Instant> trashedAt,
        Instant edited,
        Optional<String> addedBy) {
    /// When it was added, where its id tells.
    public Optional<Instant> added() {
        return Ids.time(id.text());
    }
}
