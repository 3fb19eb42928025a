package tidemark.files;

import java.io.IOException;
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
import tidemark.db.Database;
import tidemark.db.Origin;
import tidemark.db.OwnerOnly;
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

    /// Asks for a content to be fetched, whatever kept it from being so before.
    public void want(ContentHash hash, long size) {
        database.change(Origin.UPKEEP, sql -> new Contents(sql).want(hash, size, clock.instant()));
    }

    /// Copies a content to a file of this name that nobody can change by mistake, in a folder of its own.
    ///
    /// @param inside the folder in which that folder lies
    /// @return the copy
    /// @throws FilesException when it cannot be written
    public Path copyToRead(ContentHash hash, FileName name, Path inside) {
        var home = inside.resolve(hash.text().substring(0, 16));
        var copy = home.resolve(name.written());
        try {
            OwnerOnly.folder(inside);
            OwnerOnly.folder(home);
            if (!isCopied(hash, copy)) {
                Files.deleteIfExists(copy);
                OwnerOnly.copy(folder.path(hash), copy);
                Files.setLastModifiedTime(copy, Files.getLastModifiedTime(folder.path(hash)));
                var _ = copy.toFile().setReadOnly();
            }
        } catch (IOException e) {
            throw FilesException.cannotWrite(copy, e);
        }
        used(hash);
        return copy;
    }

    private boolean isCopied(ContentHash hash, Path copy) throws IOException {
        var content = folder.path(hash);
        return Files.isRegularFile(copy)
                && !Files.isWritable(copy)
                && Files.size(copy) == Files.size(content)
                && Files.getLastModifiedTime(copy).equals(Files.getLastModifiedTime(content));
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
        var known = find(hash).map(Content::state).orElse(ContentState.REMOTE);
        return transfers
                .flatMap(running -> running.direction(hash))
                .map(direction -> direction == Direction.UP ? ContentState.SENDING : ContentState.FETCHING)
                .orElse(known);
    }

    /// The states of many contents.
    public Map<ContentHash, ContentState> states(Collection<ContentHash> hashes, Optional<Transfers> transfers) {
        var states = new HashMap<ContentHash, ContentState>();
        hashes.forEach(hash -> states.computeIfAbsent(hash, each -> state(each, transfers)));
        return states;
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
