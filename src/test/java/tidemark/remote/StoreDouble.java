package tidemark.remote;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/// A store that forwards to another, except for what a subclass does wrong.
public class StoreDouble implements RemoteStore {
    /// The store that does the work.
    protected final RemoteStore inner;

    /// A double of this store.
    protected StoreDouble(RemoteStore inner) {
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
    public Optional<ObjectInfo> get(ObjectName name, long from, OutputStream to, long limit) {
        return inner.get(name, from, to, limit);
    }

    @Override
    public boolean takesParts() {
        return inner.takesParts();
    }

    @Override
    public int partSize(long size) {
        return inner.partSize(size);
    }

    @Override
    public Optional<PartUpload> partUpload(ObjectName name, long size, Optional<String> token) {
        return inner.partUpload(name, size, token);
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
    public boolean mayReplace() {
        return inner.mayReplace();
    }

    @Override
    public List<RemoteObject> versions(ObjectName name, long limit) {
        return inner.versions(name, limit);
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
