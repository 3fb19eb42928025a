package tidemark.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.Sql;
import tidemark.files.Content.Obstacle;
import tidemark.files.TransferStatus.Direction;

/// The contents on this device, for those who add, read and look at files.
public final class ContentStore {
    private final Database database;
    private final ContentFolder folder;
    private final InstantSource clock;

    /// The contents of this library's copy.
    public ContentStore(Database database, ContentFolder folder, InstantSource clock) {
        this.database = database;
        this.folder = folder;
        this.clock = clock;
    }

    /// The writing of the row that names a new content.
    @FunctionalInterface
    public interface Naming<T> {
        /// Writes the row, in the transaction that makes the content one of this device.
        T write(Sql sql, ContentHash hash, long size) throws SQLException;
    }

    /// Takes a file in, and has the row written that names it: both in one transaction, or neither.
    ///
    /// @throws FilesException when the file cannot be taken in
    public <T> T add(Path source, Naming<T> naming) {
        var taken = folder.take(source);
        try {
            return database.write(sql -> {
                var state = folder.keep(taken);
                new Contents(sql).taken(taken.hash(), state, clock.instant());
                return naming.write(sql, taken.hash(), taken.size());
            });
        } finally {
            folder.forget(taken);
        }
    }

    /// The hash of a file that is not taken in; empty where it is no regular file, or cannot be read.
    public Optional<ContentHash> hash(Path file) {
        return FileState.of(file).flatMap(_ -> ContentFolder.hashOf(file));
    }

    /// Whether a content is here and sound: one whose file has changed since it was last checked is read again.
    public boolean isHere(ContentHash hash) {
        var content = find(hash).filter(Content::here);
        return content.isPresent() && new Soundness(database, folder).isSound(content.get());
    }

    private Optional<Content> find(ContentHash hash) {
        return database.read(sql -> new Contents(sql).find(hash));
    }

    /// Opens a content that is here and sound to read it; empty where it is not.
    ///
    /// @throws IOException when its file cannot be opened
    public Optional<InputStream> read(ContentHash hash) throws IOException {
        return isHere(hash) ? Optional.of(Files.newInputStream(folder.path(hash))) : Optional.empty();
    }

    /// Asks for a content to be fetched, whatever kept it from being so before.
    public void want(ContentHash hash, long size) {
        database.change(Origin.UPKEEP, sql -> new Contents(sql).want(hash, size, clock.instant()));
    }

    /// The copy of a file's content to open with another program.
    ///
    /// @param file the id of the file
    /// @throws FilesException when it cannot be written
    public Path copyToOpen(OpenedCopies copies, String file, ContentHash hash, long size, FileName name) {
        var copy = copies.copy(file, hash, size, name);
        used(hash);
        return copy;
    }

    /// Takes in what a program saved in an opened copy, and has the row written that names it, as [#add].
    ///
    /// @throws FilesException when it cannot be taken in
    public <T> T addSaved(OpenedCopies copies, OpenedCopies.Opened opened, Naming<T> naming) {
        return add(opened.path(), (sql, hash, size) -> {
            var written = naming.write(sql, hash, size);
            copies.taken(opened, hash, size);
            return written;
        });
    }

    /// Writes a content to this file, which must not exist; it appears whole or not at all.
    ///
    /// @throws FilesException when it exists, or cannot be written; nothing is left of it then
    public void saveAs(ContentHash hash, Path to) {
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            throw FilesException.taken(to);
        }
        var part = to.resolveSibling("." + hash.text().substring(0, 16) + ".part");
        try {
            Files.copy(folder.path(hash), part, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
            Files.move(part, to);
        } catch (IOException e) {
            discard(part);
            throw FilesException.cannotWrite(to, e);
        }
        used(hash);
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw FilesException.cannotWrite(part, e);
        }
    }

    private void used(ContentHash hash) {
        database.change(Origin.UPKEEP, sql -> new Contents(sql).used(hash, clock.instant()));
    }

    /// The state of a content for people.
    ///
    /// @param transfers those of this process, if it has any
    public ContentState state(ContentHash hash, Optional<Transfers> transfers) {
        return state(hash, find(hash), transfers);
    }

    private static ContentState state(ContentHash hash, Optional<Content> content, Optional<Transfers> transfers) {
        var known = content.map(Content::state).orElse(ContentState.REMOTE);
        return transfers
                .flatMap(running -> running.direction(hash))
                .map(direction -> direction == Direction.UP ? ContentState.SENDING : ContentState.FETCHING)
                .orElse(known);
    }

    /// The states of many contents.
    public Map<ContentHash, ContentState> states(Collection<ContentHash> hashes, Optional<Transfers> transfers) {
        return database.read(sql -> {
            var contents = new Contents(sql);
            var states = new HashMap<ContentHash, ContentState>();
            for (var hash : Set.copyOf(hashes)) {
                states.put(hash, state(hash, contents.find(hash), transfers));
            }
            return states;
        });
    }

    /// Fails for a content that cannot be had.
    ///
    /// @throws FilesException when the remote does not have it, or has it damaged, or a person stopped its transfer
    public void requireObtainable(ContentHash hash, FileName name) {
        var obstacle = find(hash).filter(content -> !content.here()).flatMap(Content::problem);
        if (obstacle.equals(Optional.of(Obstacle.MISSING))) {
            throw FilesException.missing(name.shown());
        }
        if (obstacle.equals(Optional.of(Obstacle.DAMAGED))) {
            throw FilesException.damaged(name.shown());
        }
        if (obstacle.equals(Optional.of(Obstacle.CANCELLED))) {
            throw FilesException.notFetched(name.shown(), "its transfer was stopped.");
        }
    }
}
