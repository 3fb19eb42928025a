package tidemark.library.markdown;

import java.util.Optional;
import tidemark.library.links.LinkPath;

/// A text of an export.
///
/// @param file the path of its file in the export
/// @param path the path that it once had where it was imported from
record ExportText(String file, String text, Optional<String> path) {
    /// The folder that it is written into.
    String folder() {
        return LinkPath.folderOf(file);
    }
}
