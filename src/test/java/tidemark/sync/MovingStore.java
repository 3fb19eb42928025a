package tidemark.sync;

import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;
import tidemark.remote.StoreDouble;
import tidemark.remote.memory.MemoryStore;

/// A store that creates nothing atomically and says so: asking it to is an error. It renames where it can, as WebDAV
/// servers do.
public final class MovingStore extends StoreDouble {
    /// An empty store.
    public MovingStore() {
        super(new MemoryStore());
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
    public String describe() {
        return "memory without an atomic create";
    }
}
