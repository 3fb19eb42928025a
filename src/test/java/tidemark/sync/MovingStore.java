package tidemark.sync;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.remote.memory.MemoryStore;

/// A store that creates nothing atomically, and says so: whoever asks it to is wrong. It renames where it can, as
/// WebDAV servers do.
final class MovingStore implements RemoteStore {
    private final MemoryStore inner = new MemoryStore();

    @Override
    public Optional<RemoteObject> get(ObjectName name, long limit) {
        return inner.get(name, limit);
    }

    @Override
    public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
        return inner.get(name, to, limit);
    }

    @Override
    public Optional<ObjectInfo> head(ObjectName name) {
        return inner.head(name);
    }

    @Override
    public void put(ObjectName name, Body body, Metadata metadata) {
        inner.put(name, body, metadata);
    }

    @Override
    public void promote(ObjectName from, ObjectName to, Body body) {
        var moved = inner.get(from, Long.MAX_VALUE).map(RemoteObject::bytes).map(Body::of);
        inner.put(to, moved.orElse(body), Metadata.NONE);
        inner.delete(from);
    }

    @Override
    public Creation create(ObjectName name, Body body, Metadata metadata) {
        throw new AssertionError("asked to create " + name);
    }

    @Override
    public boolean createsAtomically() {
        return false;
    }

    @Override
    public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
        return inner.list(prefix, after, max);
    }

    @Override
    public void delete(ObjectName name) {
        inner.delete(name);
    }

    @Override
    public String describe() {
        return "memory without an atomic create";
    }

    @Override
    public void close() {
        inner.close();
    }
}
