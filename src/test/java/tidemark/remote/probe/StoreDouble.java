package tidemark.remote.probe;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;

/// A store that does what another does, but for what a subclass does wrong.
class StoreDouble implements RemoteStore {
    final RemoteStore inner;

    StoreDouble(RemoteStore inner) {
        this.inner = inner;
    }

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
    public Creation create(ObjectName name, Body body, Metadata metadata) {
        return inner.create(name, body, metadata);
    }

    @Override
    public boolean createsAtomically() {
        return inner.createsAtomically();
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
        return inner.describe();
    }

    @Override
    public void close() {
        inner.close();
    }
}
