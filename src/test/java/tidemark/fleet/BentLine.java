package tidemark.fleet;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;

/// A line that does what another does; defects change single requests of it.
class BentLine implements RemoteStore {
    final RemoteStore line;

    BentLine(RemoteStore line) {
        this.line = line;
    }

    @Override
    public Optional<RemoteObject> get(ObjectName name, long limit) {
        return line.get(name, limit);
    }

    @Override
    public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
        return line.get(name, to, limit);
    }

    @Override
    public Optional<ObjectInfo> head(ObjectName name) {
        return line.head(name);
    }

    @Override
    public void put(ObjectName name, Body body, Metadata metadata) {
        line.put(name, body, metadata);
    }

    @Override
    public void add(ObjectName name, Body body) {
        line.add(name, body);
    }

    @Override
    public void promote(ObjectName from, ObjectName to, Body body) {
        line.promote(from, to, body);
    }

    @Override
    public Creation create(ObjectName name, Body body, Metadata metadata) {
        return line.create(name, body, metadata);
    }

    @Override
    public boolean createsAtomically() {
        return line.createsAtomically();
    }

    @Override
    public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
        return line.list(prefix, after, max);
    }

    @Override
    public void delete(ObjectName name) {
        line.delete(name);
    }

    @Override
    public void deleteFolder(ObjectName folder) {
        line.deleteFolder(folder);
    }

    @Override
    public String describe() {
        return line.describe();
    }

    @Override
    public void close() {
        line.close();
    }
}
