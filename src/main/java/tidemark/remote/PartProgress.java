package tidemark.remote;

import tidemark.problem.Problem;

/// The progress of an upload in parts, with the two checks that every store owes: each part has the length
/// that is due, and nothing is finished before all was sent.
///
/// Used by one thread at a time.
public final class PartProgress {
    private final long size;
    private final int partSize;
    private long kept;

    /// The progress of an upload.
    ///
    /// @param size the length of the whole object in bytes
    /// @param partSize the length of every part but the last
    /// @param kept the number of bytes that are kept already
    public PartProgress(long size, int partSize, long kept) {
        this.size = size;
        this.partSize = partSize;
        this.kept = kept;
    }

    /// The failure for an upload that the store has lost, or that was discarded meanwhile.
    public static RemoteException.Unavailable lost(ObjectName name, Throwable cause) {
        return new RemoteException.Unavailable(
                new Problem(
                        "The parts of " + name + " that were sent are not there any more.",
                        "Nothing is lost on this computer.",
                        "It is sent again from its beginning by itself."),
                cause);
    }

    /// The length of the whole object in bytes.
    public long size() {
        return size;
    }

    /// The length in bytes of every part but the last.
    public int partSize() {
        return partSize;
    }

    /// The number of bytes that are kept.
    public long kept() {
        return kept;
    }

    /// Requires that this is a part of the length that is due.
    ///
    /// @throws IllegalArgumentException when it is not, or everything is kept
    public void requireNext(Body part) {
        var due = Math.min(partSize, size - kept);
        if (due == 0 || part.size() != due) {
            throw new IllegalArgumentException(
                    "after " + kept + " of " + size + " bytes a part of " + due + " is due, not one of " + part.size());
        }
    }

    /// Adds a part that is kept now.
    public void add(Body part) {
        kept += part.size();
    }

    /// Requires that all is kept.
    ///
    /// @throws IllegalStateException when it is not
    public void requireAll() {
        if (kept != size) {
            throw new IllegalStateException("only " + kept + " of " + size + " bytes were sent");
        }
    }
}
