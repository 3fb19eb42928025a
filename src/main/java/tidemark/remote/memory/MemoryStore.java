package tidemark.remote.memory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import tidemark.remote.Body;
import tidemark.remote.FinishedUpload;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.PartUpload;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.remote.Transfer;

/// A store in memory that keeps every promise of the interface, metadata included, and never fails.
public final class MemoryStore implements RemoteStore {
    private final ConcurrentNavigableMap<ObjectName, RemoteObject> objects = new ConcurrentSkipListMap<>();

    private final ConcurrentMap<String, MemoryUpload.Parts> uploads = new ConcurrentHashMap<>();
    private final AtomicLong begun = new AtomicLong();
    private final int partSize;

    /// An empty store.
    public MemoryStore() {
        this(PartUpload.PART_SIZE);
    }

    /// An empty store that takes parts of another length, so that small objects have many.
    ///
    /// @param partSize in bytes, at least 1
    public MemoryStore(int partSize) {
        this.partSize = partSize;
    }

    @Override
    public Optional<RemoteObject> get(ObjectName name, long limit) {
        return find(name, limit)
                .map(object -> new RemoteObject(object.info(), object.bytes().clone()));
    }

    @Override
    public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
        return find(name, limit).map(object -> {
            write(object, to, limit);
            return object.info();
        });
    }

    @Override
    public boolean takesParts() {
        return true;
    }

    @Override
    public Optional<PartUpload> partUpload(ObjectName name, long size, Optional<String> token) {
        var fitting = PartUpload.partSize(size);
        var length = fitting == PartUpload.PART_SIZE ? partSize : fitting;
        var known = token.map(uploads::get)
                .filter(parts -> parts.object().equals(new ObjectInfo(name, size, Metadata.NONE)));
        if (known.isEmpty()
                && token.isPresent()
                && head(name).filter(info -> info.size() == size).isPresent()) {
            return Optional.of(new FinishedUpload(token.get(), size));
        }
        return Optional.of(new MemoryUpload(this, uploads, known.orElseGet(() -> begin(name, size)), length));
    }

    private MemoryUpload.Parts begin(ObjectName name, long size) {
        var parts = new MemoryUpload.Parts("upload-" + begun.incrementAndGet(), name, size);
        uploads.put(parts.token(), parts);
        return parts;
    }

    /// The number of uploads that were neither finished nor discarded.
    public int unfinished() {
        return uploads.size();
    }

    @Override
    public Optional<ObjectInfo> head(ObjectName name) {
        return Optional.ofNullable(objects.get(name)).map(RemoteObject::info);
    }

    @Override
    public void put(ObjectName name, Body body, Metadata metadata) {
        objects.put(name, object(name, body, metadata));
    }

    @Override
    public Creation create(ObjectName name, Body body, Metadata metadata) {
        var taken = objects.putIfAbsent(name, object(name, body, metadata));
        return taken == null ? Creation.CREATED : Creation.EXISTS;
    }

    @Override
    public boolean createsAtomically() {
        return true;
    }

    @Override
    public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
        return after.map(name -> objects.tailMap(name, false)).orElse(objects).keySet().stream()
                .filter(name -> name.value().startsWith(prefix))
                .limit(Math.max(max, 0))
                .toList();
    }

    @Override
    public void delete(ObjectName name) {
        objects.remove(name);
    }

    @Override
    public String describe() {
        return "memory";
    }

    @Override
    public void close() {
        // holds no resources
    }

    private Optional<RemoteObject> find(ObjectName name, long limit) {
        var object = Optional.ofNullable(objects.get(name));
        if (object.isPresent() && object.get().info().size() > limit) {
            throw Transfer.tooLarge(name, limit);
        }
        return object;
    }

    private static RemoteObject object(ObjectName name, Body body, Metadata metadata) {
        var bytes = Transfer.bytes(body);
        return new RemoteObject(new ObjectInfo(name, bytes.length, metadata), bytes);
    }

    private static void write(RemoteObject object, OutputStream to, long limit) {
        try {
            Transfer.receive(object.info().name(), new ByteArrayInputStream(object.bytes()), to, limit);
        } catch (IOException e) {
            throw new UncheckedIOException("memory gives every byte", e);
        }
    }
}
