package tidemark.cli;

import tidemark.app.App;
import tidemark.files.ContentState;
import tidemark.files.FileName;
import tidemark.library.records.ProjectFile;

/// A file in a list.
///
/// @param size in bytes
/// @param state the state of its content on this device, such as `here` or `remote`
/// @param pinned whether it is kept here by itself
record FileLine(String id, String name, String mediaType, long size, String sha256, String state, boolean pinned)
        implements Report {
    static FileLine of(App app, ProjectFile file, ContentState state) {
        var details = file.details();
        return new FileLine(
                file.id().text(),
                details.name(),
                details.mediaType(),
                details.size(),
                details.sha256(),
                state.code(),
                app.files().pins().isPinned(file.id().record()));
    }

    private String words() {
        for (var known : ContentState.values()) {
            if (known.code().equals(state)) {
                return known.words();
            }
        }
        return state;
    }

    @Override
    public String text() {
        return "%s  %10s  %s  (%s%s)"
                .formatted(id, Bytes.shown(size), new FileName(name).shown(), words(), pinned ? ", kept here" : "");
    }
}
