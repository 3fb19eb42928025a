package tidemark.ui.files;

import java.util.EnumSet;
import java.util.Set;
import tidemark.files.ContentState;
import tidemark.files.FileName;
import tidemark.library.records.FileId;
import tidemark.library.records.ProjectFile;

/// A file of a project with its state on this device.
///
/// @param isPinned whether it is kept here by itself
record FileLine(ProjectFile file, ContentState state, boolean isPinned) {
    private static final Set<ContentState> HERE =
            EnumSet.of(ContentState.HERE, ContentState.WAITING, ContentState.STOPPED, ContentState.SENDING);

    /// The file's id.
    public FileId id() {
        return file.id();
    }

    /// Its name.
    public FileName name() {
        return new FileName(file.details().name());
    }

    /// Whether its content is on this device.
    public boolean isHere() {
        return HERE.contains(state);
    }
}
