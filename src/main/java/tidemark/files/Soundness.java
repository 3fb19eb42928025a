package tidemark.files;

import tidemark.db.Database;
import tidemark.db.Origin;

/// The check that the file of a content has the bytes that its name says. It is read again only when it is not in the
/// state in which it was read last.
final class Soundness {
    private final Database database;
    private final ContentFolder folder;

    Soundness(Database database, ContentFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    /// Whether the content is here and sound. A file that is not is put aside, and the content then is not here.
    boolean isSound(Content content) {
        var state = folder.state(content.hash());
        if (state.isPresent() && content.isAsChecked(state.get())) {
            return true;
        }
        var isSound = state.isPresent() && folder.isSound(content.hash());
        if (state.isPresent() && !isSound) {
            folder.putAside(content.hash());
        }
        database.change(Origin.UPKEEP, sql -> {
            if (isSound) {
                new Contents(sql).checked(content.hash(), state.get());
            } else {
                new Contents(sql).gone(content.hash());
            }
        });
        return isSound;
    }
}
