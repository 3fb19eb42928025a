package tidemark.files;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.files.Content.Obstacle;

/// The agreement of the table of contents with the folder, as after a restored backup, a rebuilt library, or a file
/// that another program removed.
final class FolderIndex {
    private static final Logger LOG = LoggerFactory.getLogger(FolderIndex.class);

    private final Database database;
    private final ContentFolder folder;
    private final InstantSource clock;

    FolderIndex(Database database, ContentFolder folder, InstantSource clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
    }

    /// Notes which contents are here; those that the table did not know are checked before they are used. What the
    /// remote did not have is looked for again. Nothing is noted of a folder that cannot be read.
    void renew() {
        folder.removeLeftovers(clock.instant());
        try {
            agree();
        } catch (FilesException e) {
            LOG.warn("The contents on this device could not be looked through", e);
        }
    }

    private void agree() {
        var files = new HashSet<>(folder.all());
        var known = known();
        var found = files.stream().filter(hash -> !known.contains(hash)).collect(Collectors.toSet());
        known.removeAll(files);
        if (found.isEmpty() && known.isEmpty() && !isAnyMissing()) {
            return;
        }
        var now = clock.instant();
        database.change(Origin.UPKEEP, sql -> {
            var contents = new Contents(sql);
            contents.retryMissing();
            for (var hash : found) {
                var state = folder.state(hash);
                if (state.isPresent()) {
                    contents.found(hash, state.get().size(), now);
                }
            }
            for (var hash : known) {
                if (folder.state(hash).isEmpty()) {
                    contents.gone(hash);
                }
            }
        });
    }

    private boolean isAnyMissing() {
        return database.read(sql -> sql.exists("SELECT 1 FROM content WHERE problem = ?", Obstacle.MISSING.name()));
    }

    private Set<ContentHash> known() {
        return new HashSet<>(database.read(sql ->
                sql.list("SELECT sha256 FROM content WHERE here = 1", row -> new ContentHash(row.getString(1)))));
    }
}
