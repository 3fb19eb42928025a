package tidemark.fleet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.remote.Transfer;

/// A correct store in memory that keeps the previous bytes of each object, for stale reads.
final class SimStore implements RemoteStore {
    /// Kinds of stores.
    enum Kind {
        /// Creates atomically, as buckets do.
        BUCKET,
        /// Renames, and creates nothing atomically, as WebDAV servers do: only a tombstone may be put after a look.
        SERVER
    }

    private final NavigableMap<ObjectName, RemoteObject> objects = new TreeMap<>();
    private final Map<ObjectName, RemoteObject> older = new HashMap<>();
    private final Map<ObjectName, List<RemoteObject>> versions = new HashMap<>();
    private final SimUploads uploads = new SimUploads(this);
    private final Kind kind;
    private final String name;
    private boolean keepsVersions;

    SimStore(Kind kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /// Begins to keep old versions, and from then on to replace what it should refuse to create, as some buckets do.
    void keepVersions() {
        keepsVersions = true;
    }

    boolean keepsVersions() {
        return keepsVersions;
    }

    /// Whether the answer to a request for this name says that versions are kept: it was stored since they are.
    boolean showsVersion(ObjectName of) {
        return keepsVersions && versions.containsKey(of);
    }

    @Override
    public List<RemoteObject> versions(ObjectName of, long limit) {
        return versions.getOrDefault(of, get(of, limit).stream().toList());
    }

    /// The object as it was before it was last overwritten.
    Optional<RemoteObject> older(ObjectName of) {
        return Optional.ofNullable(older.get(of));
    }

    @Override
    public Optional<RemoteObject> get(ObjectName of, long limit) {
        var object = Optional.ofNullable(objects.get(of));
        if (object.isPresent() && object.get().info().size() > limit) {
            throw Transfer.tooLarge(of, limit);
        }
        return object;
    }

    @Override
    public Optional<ObjectInfo> get(ObjectName of, OutputStream to, long limit) {
        return get(of, limit).map(object -> write(object, to));
    }

    static ObjectInfo write(RemoteObject object, OutputStream to) {
        try {
            to.write(object.bytes());
            return object.info();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<ObjectInfo> head(ObjectName of) {
        return Optional.ofNullable(objects.get(of)).map(RemoteObject::info);
    }

    @Override
    public void put(ObjectName of, Body body, Metadata metadata) {
        var bytes = Transfer.bytes(body);
        var object = new RemoteObject(new ObjectInfo(of, bytes.length, metadata), bytes);
        var before = objects.put(of, object);
        if (before != null) {
            older.put(of, before);
        }
        if (keepsVersions) {
            var kept = versions.computeIfAbsent(
                    of,
                    _ -> new ArrayList<>(Optional.ofNullable(before).stream().toList()));
            kept.add(object);
        }
    }

    /// The uploads in parts that are not finished.
    SimUploads uploads() {
        return uploads;
    }

    @Override
    public boolean takesParts() {
        return kind == Kind.BUCKET;
    }

    @Override
    public int partSize(long size) {
        return SimUploads.PART;
    }

    @Override
    public void promote(ObjectName from, ObjectName to, Body body) {
        var moved = Optional.ofNullable(objects.get(from)).map(RemoteObject::bytes);
        delete(from);
        put(to, moved.map(Body::of).orElse(body), Metadata.NONE);
    }

    @Override
    public Creation create(ObjectName of, Body body, Metadata metadata) {
        if (kind == Kind.SERVER && !Names.isTombstone(Transfer.bytes(body))) {
            throw new AssertionError("asked to create " + of);
        }
        if (objects.containsKey(of) && !keepsVersions) {
            return Creation.EXISTS;
        }
        put(of, body, metadata);
        return Creation.CREATED;
    }

    @Override
    public boolean createsAtomically() {
        return kind == Kind.BUCKET;
    }

    @Override
    public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
        var from = prefix.isEmpty() ? objects : objects.tailMap(new ObjectName(prefix.replaceFirst("/$", "")), true);
        return from.keySet().stream()
                .dropWhile(each -> !each.value().startsWith(prefix))
                .takeWhile(each -> each.value().startsWith(prefix))
                .filter(each -> after.isEmpty() || each.compareTo(after.get()) > 0)
                .limit(max)
                .toList();
    }

    @Override
    public void delete(ObjectName of) {
        objects.remove(of);
        versions.remove(of);
    }

    @Override
    public String describe() {
        return name;
    }

    @Override
    public void close() {
        // nothing to release
    }
}
