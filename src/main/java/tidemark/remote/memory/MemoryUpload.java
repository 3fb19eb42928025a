package tidemark.remote.memory;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import tidemark.problem.Problem;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.PartProgress;
import tidemark.remote.PartUpload;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteStore;
import tidemark.remote.Transfer;

/// An upload in parts that are kept in memory until it is finished or discarded.
final class MemoryUpload implements PartUpload {
    private final RemoteStore store;
    private final Map<String, MemoryUpload> uploads;
    private final String token;
    private final ObjectName name;
    private final PartProgress progress; // Guarded by this.
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(); // Guarded by this.

    /// A new upload to `store`.
    ///
    /// @param uploads the unfinished uploads by token; this one leaves them when it ends
    MemoryUpload(
            RemoteStore store,
            Map<String, MemoryUpload> uploads,
            String token,
            ObjectName name,
            PartProgress progress) {
        this.store = store;
        this.uploads = uploads;
        this.token = token;
        this.name = name;
        this.progress = progress;
    }

    synchronized boolean isOf(ObjectName other, long size) {
        return name.equals(other) && progress.size() == size;
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public synchronized long kept() {
        return progress.kept();
    }

    @Override
    public synchronized int partSize() {
        return progress.partSize();
    }

    @Override
    public synchronized void send(Body part) {
        progress.requireNext(part);
        var whole = Transfer.bytes(part);
        requireKnown();
        bytes.writeBytes(whole);
        progress.add(part);
    }

    @Override
    public synchronized void finish() {
        progress.requireAll();
        if (store.head(name).filter(info -> info.size() == progress.size()).isEmpty()) {
            requireKnown();
            store.put(name, Body.of(bytes.toByteArray()), Metadata.NONE);
        }
        discard();
    }

    @Override
    public void discard() {
        uploads.remove(token);
    }

    private void requireKnown() {
        if (!uploads.containsKey(token)) {
            throw new RemoteException.Unavailable(
                    new Problem(
                            "The unfinished upload of " + name + " is gone.",
                            "Nothing is lost here.",
                            "It begins anew by itself."),
                    Optional.empty());
        }
    }
}
