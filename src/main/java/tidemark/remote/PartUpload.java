package tidemark.remote;

/// The upload of a large object in parts, which goes on after a restart where it was. Nobody sees the object
/// before [#finish]. Used by one thread at a time.
///
/// Every method that asks the store may throw a [RemoteException]. After a failed one the upload may be used
/// on, or found again by its token: nothing that was kept is lost. One that the storage has lost all the
/// same, or that was discarded elsewhere, is `Unavailable`; asked for by its token, it begins anew.
///
/// One that nobody finishes or discards is removed from a folder when it has rested for seven days, and from a
/// bucket as that was set up.
public interface PartUpload {
    /// The length of a part in bytes, while an object has room in so many parts.
    int PART_SIZE = 8 << 20;

    /// The most parts of an object.
    int MOST_PARTS = 10_000;

    /// The length in bytes of the parts of an object of this size: [#PART_SIZE], or the fewest whole MiB with
    /// which [#MOST_PARTS] hold it.
    ///
    /// @throws IllegalArgumentException when the size is negative, or no part can be that long
    static int partSize(long size) {
        var least = Math.ceilDiv(size, (long) MOST_PARTS * (1 << 20)) << 20;
        if (size < 0 || least > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no object that is sent in parts has " + size + " bytes");
        }
        return Math.max(PART_SIZE, (int) least);
    }

    /// The token by which [RemoteStore#partUpload] finds this upload again, on the same storage; at most 2,000
    /// printable characters of ASCII, and never a secret.
    String token();

    /// The number of bytes from the object's beginning that the store surely keeps, so that they need not be
    /// sent again: whole parts, or all of the object. It grows with each [#send]. An upload that was found
    /// again may keep one part less than were sent.
    long kept();

    /// The length in bytes of every part but the last.
    int partSize();

    /// Sends the next part: the [#partSize] bytes after those [kept][#kept], or the rest of the object where
    /// that is shorter. When it returns, they are kept.
    ///
    /// @throws IllegalArgumentException when the part has another length, or everything is kept already
    void send(Body part);

    /// Makes all that was sent the object, whole and under its name. Called again after it succeeded, or after an
    /// answer was lost, it changes nothing.
    ///
    /// @throws IllegalStateException when a part is missing yet
    void finish();

    /// Gives the upload up: the store drops what it keeps. One that is gone already is no error, and an
    /// object that was finished stays.
    void discard();
}
