package tidemark.remote;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A set of named objects on storage that its owner can also open with other tools.
///
/// Every method may throw a [RemoteException]: `Unavailable` (try again later), `Denied` (ask the person) or `Corrupt`
/// (stop). After an `Unavailable` from a writing method the outcome is unknown: the object may appear later.
/// Implementations may be called from several threads.
public interface RemoteStore extends AutoCloseable {
    /// The outcome of [#create].
    enum Creation {
        /// The object did not exist, and now holds exactly the given bytes.
        CREATED,
        /// The name was taken; its object is unchanged.
        EXISTS
    }

    /// The object with its bytes, or empty when there is none.
    ///
    /// @param limit the most bytes to accept; a larger object is `Corrupt`
    Optional<RemoteObject> get(ObjectName name, long limit);

    /// Writes the object's bytes to `to` as they arrive, and returns its size and metadata; empty, and nothing written,
    /// when there is none.
    ///
    /// @param limit the most bytes to accept; a larger object is `Corrupt`
    Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit);

    /// Writes the object's bytes from number `from` on (0 is the first) to `to` as they arrive, and returns
    /// the size of the whole object and its metadata; empty, and nothing written, when there is none. Nothing
    /// is written either where the object ends at `from` or before.
    ///
    /// @param limit the most bytes of the whole object to accept; a larger object is `Corrupt`
    /// @throws IllegalArgumentException when `from` is negative
    default Optional<ObjectInfo> get(ObjectName name, long from, OutputStream to, long limit) {
        return get(name, new TailStream(to, from), limit);
    }

    /// The object's size and metadata, without reading it; empty when there is none.
    Optional<ObjectInfo> head(ObjectName name);

    /// Creates or replaces the object. Readers see the old bytes or the new ones, where the storage can promise that.
    void put(ObjectName name, Body body, Metadata metadata);

    /// Writes an object under a name that is never reused for other bytes. Nothing needs to be replaced atomically, so
    /// this is the cheapest write; readers may see half of it.
    default void add(ObjectName name, Body body) {
        put(name, body, Metadata.NONE);
    }

    /// Whether [#partUpload] is ever present: the store keeps the parts of an object that is not whole yet.
    default boolean takesParts() {
        return false;
    }

    /// The length in bytes of the parts of an object of this size. One that is not larger is cheaper to send whole.
    default int partSize(long size) {
        return PartUpload.partSize(size);
    }

    /// An upload in parts of an object under a name that is never reused for other bytes: the one that
    /// `token` names, or a new one where it is empty, or unknown to the store by now. Empty (the default)
    /// where the store keeps no parts: the object is then sent whole, by [#put]. That is also the cheaper way
    /// for an object of at most one part.
    ///
    /// Where the object is already there whole, since the answer to [PartUpload#finish] was lost, all of it
    /// is kept.
    ///
    /// @param size the length of the whole object in bytes
    /// @param token an earlier [PartUpload#token] for this name and size
    /// @throws IllegalArgumentException when the size is negative, or more than 10,000 parts can hold
    default Optional<PartUpload> partUpload(ObjectName name, long size, Optional<String> token) {
        return Optional.empty();
    }

    /// Creates or replaces `to` with the bytes of `from`, which are those of `body`. Readers see all of them or none,
    /// where the storage can promise that; `from` may be gone afterwards.
    default void promote(ObjectName from, ObjectName to, Body body) {
        put(to, body, Metadata.NONE);
    }

    /// Creates the object only if its name is free: of any number of callers at most one gets `CREATED`, however many
    /// ask at once, if the storage [creates atomically][#createsAtomically].
    Creation create(ObjectName name, Body body, Metadata metadata);

    /// The names that start with `prefix`, in order, after `after` when given, at most `max` of them.
    List<ObjectName> list(String prefix, Optional<ObjectName> after, int max);

    /// Whether [#create] keeps its promise when several devices ask at the same moment. Where it does not, commits are
    /// made by claims.
    boolean createsAtomically();

    /// Whether an answer of the storage contradicts what was settled when it was set up: that [#create]
    /// keeps what is there. It may have replaced it, and [#versions] holds what was replaced.
    default boolean mayReplace() {
        return false;
    }

    /// Everything that the name has held since it was last free, oldest first, on storage that keeps what
    /// is replaced; on other storage what it holds now.
    ///
    /// @param limit the most bytes of each to accept; a larger one is `Corrupt`
    default List<RemoteObject> versions(ObjectName name, long limit) {
        return get(name, limit).stream().toList();
    }

    /// Whether a listing surely shows what another computer has just written. Storage that promises neither this nor
    /// atomic creation is not fit for a library.
    default boolean listsAtOnce() {
        return true;
    }

    /// Deletes every object whose name begins with `folder` and a slash, except those that are added meanwhile.
    default void deleteFolder(ObjectName folder) {
        list(folder + "/", Optional.empty(), Integer.MAX_VALUE).forEach(this::delete);
    }

    /// Deletes what is in these folders, which lie side by side and are in order; storage without folders is listed
    /// once for all of them.
    default void deleteFolders(List<ObjectName> folders) {
        if (folders.isEmpty()) {
            return;
        }
        var first = folders.getFirst();
        var beside = first.value().substring(0, first.value().lastIndexOf('/') + 1);
        var wanted = Set.copyOf(folders);
        list(beside, Optional.of(first), Integer.MAX_VALUE).stream()
                .filter(name -> wanted.contains(folderAt(name, beside)))
                .forEach(this::delete);
    }

    private static ObjectName folderAt(ObjectName name, String beside) {
        var end = name.value().indexOf('/', beside.length());
        return end < 0 ? name : new ObjectName(name.value().substring(0, end));
    }

    /// Deletes the object; a name that is free already is no error.
    void delete(ObjectName name);

    /// The place in words for people, free of secrets.
    String describe();

    @Override
    void close();
}
