package tidemark.remote.memory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tidemark.problem.Problem;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.PartUpload;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.remote.Request;
import tidemark.remote.Transfer;

/// A store behind a network that loses, delays and repeats requests as a plan says; for simulations in one thread.
///
/// A write that is held back arrives only when the simulation says so, with the bytes it had when it was sent, whatever
/// has happened meanwhile: exactly what a slow network does.
public final class FaultyStore implements RemoteStore {
    private final RemoteStore inner;
    private final List<Supplier<?>> held = new ArrayList<>();
    private FaultPlan plan;

    /// A faulty way to `inner`.
    public FaultyStore(RemoteStore inner, FaultPlan plan) {
        this.inner = inner;
        this.plan = plan;
    }

    /// Sets the plan for requests from now on; writes that are held back stay so.
    public void follow(FaultPlan plan) {
        this.plan = plan;
    }

    /// The number of writes that are still on their way.
    public int held() {
        return held.size();
    }

    /// Delivers the oldest write that is on its way; false when there is none.
    public boolean deliverOne() {
        return deliver(0);
    }

    /// Delivers a random write of those on their way; false when there is none.
    public boolean deliverOne(RandomGenerator random) {
        return !held.isEmpty() && deliver(random.nextInt(held.size()));
    }

    /// Delivers all writes that are on their way, the oldest first.
    public void deliverAll() {
        while (deliverOne()) {
            // until nothing is on its way
        }
    }

    @Override
    public Optional<RemoteObject> get(ObjectName name, long limit) {
        return read(Request.of(Request.Kind.GET, name), () -> inner.get(name, limit));
    }

    /// Reads the object; a lost response breaks off in the middle, with half the bytes written before the failure.
    @Override
    public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
        var request = Request.of(Request.Kind.GET, name);
        return switch (plan.next(request)) {
            case NONE, REPEATED -> inner.get(name, to, limit);
            case NEVER_SENT, HELD_BACK -> throw unavailable(request);
            case ANSWER_LOST -> {
                breakOff(name, to, limit);
                throw unavailable(request);
            }
        };
    }

    @Override
    public boolean takesParts() {
        return inner.takesParts();
    }

    /// The upload. To begin one is a PUT, to look for one a LIST, and each of its steps a request of its own.
    @Override
    public Optional<PartUpload> partUpload(ObjectName name, long size, Optional<String> token) {
        if (!inner.takesParts()) {
            return Optional.empty();
        }
        Supplier<Optional<PartUpload>> action = () -> inner.partUpload(name, size, token);
        var upload = token.isPresent()
                ? read(Request.of(Request.Kind.LIST, name), action)
                : write(Request.of(Request.Kind.PUT, name), action);
        return upload.map(found -> new FaultyUpload(this::step, inner, found, name, size));
    }

    @Override
    public Optional<ObjectInfo> head(ObjectName name) {
        return read(Request.of(Request.Kind.HEAD, name), () -> inner.head(name));
    }

    @Override
    public void put(ObjectName name, Body body, Metadata metadata) {
        var bytes = Body.of(Transfer.bytes(body));
        write(Request.of(Request.Kind.PUT, name), () -> {
            inner.put(name, bytes, metadata);
            return true;
        });
    }

    @Override
    public Creation create(ObjectName name, Body body, Metadata metadata) {
        var bytes = Body.of(Transfer.bytes(body));
        return write(Request.of(Request.Kind.CREATE, name), () -> inner.create(name, bytes, metadata));
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
        return read(Request.of(Request.Kind.LIST, name), () -> inner.versions(name, limit));
    }

    @Override
    public void add(ObjectName name, Body body) {
        var bytes = Body.of(Transfer.bytes(body));
        write(Request.of(Request.Kind.PUT, name), () -> {
            inner.add(name, bytes);
            return true;
        });
    }

    @Override
    public void deleteFolder(ObjectName folder) {
        write(new Request(Request.Kind.DELETE, folder.value()), () -> {
            inner.deleteFolder(folder);
            return true;
        });
    }

    @Override
    public void deleteFolders(List<ObjectName> folders) {
        if (!folders.isEmpty()) {
            write(new Request(Request.Kind.DELETE, folders.getFirst().value()), () -> {
                inner.deleteFolders(folders);
                return true;
            });
        }
    }

    @Override
    public void promote(ObjectName from, ObjectName to, Body body) {
        var bytes = Body.of(Transfer.bytes(body));
        write(Request.of(Request.Kind.PUT, to), () -> {
            inner.promote(from, to, bytes);
            return true;
        });
    }

    @Override
    public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
        return read(new Request(Request.Kind.LIST, prefix), () -> inner.list(prefix, after, max));
    }

    @Override
    public void delete(ObjectName name) {
        write(Request.of(Request.Kind.DELETE, name), () -> {
            inner.delete(name);
            return true;
        });
    }

    @Override
    public String describe() {
        return inner.describe();
    }

    @Override
    public void close() {
        inner.close();
    }

    private <T> T read(Request request, Supplier<T> action) {
        return switch (plan.next(request)) {
            case NONE, REPEATED -> action.get();
            case NEVER_SENT, HELD_BACK -> throw unavailable(request);
            case ANSWER_LOST -> throw unanswered(request, action);
        };
    }

    private <T> T write(Request request, Supplier<T> action) {
        return write(request, action, action);
    }

    /// Performs a step of an upload.
    private void step(Request request, Runnable now, Runnable late) {
        write(
                request,
                () -> {
                    now.run();
                    return true;
                },
                () -> {
                    late.run();
                    return true;
                });
    }

    /// Performs a write as the plan says.
    ///
    /// @param late the write when it arrives later
    private <T> T write(Request request, Supplier<T> action, Supplier<?> late) {
        return switch (plan.next(request)) {
            case NONE -> action.get();
            case NEVER_SENT -> throw unavailable(request);
            case ANSWER_LOST -> throw unanswered(request, action);
            case HELD_BACK -> {
                held.add(late);
                throw unavailable(request);
            }
            case REPEATED -> {
                var answer = action.get();
                held.add(late);
                yield answer;
            }
        };
    }

    private boolean deliver(int index) {
        if (held.isEmpty()) {
            return false;
        }
        var _ = held.remove(index).get();
        return true;
    }

    private void breakOff(ObjectName name, OutputStream to, long limit) {
        var whole = new ByteArrayOutputStream();
        if (inner.get(name, whole, limit).isPresent()) {
            var half = new ByteArrayInputStream(whole.toByteArray(), 0, whole.size() / 2);
            receive(name, half, to, limit);
        }
    }

    private static void receive(ObjectName name, InputStream from, OutputStream to, long limit) {
        try {
            Transfer.receive(name, from, to, limit);
        } catch (IOException e) {
            throw new UncheckedIOException("memory gives every byte", e);
        }
    }

    private static <T> RemoteException unanswered(Request request, Supplier<T> action) {
        var _ = action.get();
        return unavailable(request);
    }

    private static RemoteException.Unavailable unavailable(Request request) {
        return new RemoteException.Unavailable(
                new Problem(
                        "The connection broke during " + request + ".",
                        "Nothing is lost here; what was sent may have arrived.",
                        "It is tried again by itself."),
                Optional.empty());
    }
}
