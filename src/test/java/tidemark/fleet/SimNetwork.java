package tidemark.fleet;

import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
import tidemark.remote.Request.Kind;
import tidemark.remote.Transfer;

/// The network between one device and the store, with the faults injected for a round.
final class SimNetwork implements RemoteStore {
    private static final int MAX_REQUESTS = 1000;

    private final RequestFaults requestFaults;
    private final DelayedWrites delayed;
    private RemoteStore backing;
    private FaultScript script = FaultScript.NONE;
    private int requests;
    private Runnable beforeBatchWrite = () -> {};
    private boolean sawVersions;

    SimNetwork(RemoteStore backing, RequestFaults requestFaults, DelayedWrites delayed) {
        this.backing = backing;
        this.requestFaults = requestFaults;
        this.delayed = delayed;
    }

    /// Runs this before anything is written under the number of a batch.
    void beforeBatchWrites(Runnable told) {
        beforeBatchWrite = told;
    }

    /// Connects to another store from now on.
    void connectTo(RemoteStore other) {
        backing = other;
        sawVersions = false;
    }

    /// Forgets what answers have said: the program starts anew.
    void forget() {
        sawVersions = false;
    }

    /// Notes what an answer about this object says.
    private <T> T answered(ObjectName name, T answer) {
        sawVersions |= backing instanceof SimStore store && store.showsVersion(name);
        return answer;
    }

    @Override
    public boolean mayReplace() {
        return sawVersions;
    }

    @Override
    public List<RemoteObject> versions(ObjectName name, long limit) {
        return answer(Request.of(Kind.LIST, name), () -> backing.versions(name, limit));
    }

    /// Injects these faults, in place of those before, and counts requests from 0 again.
    void inject(FaultScript faults) {
        script = faults;
        requests = 0;
    }

    /// How many requests there were since faults were last injected.
    int requests() {
        return requests;
    }

    /// The fault of the next request, if any. A round with too many requests never ends.
    private Optional<Fault> next(Request request) {
        if (++requests > MAX_REQUESTS) {
            throw new Violation("a round does not end: it comes to " + request);
        }
        if (request.kind().isWriting() && request.name().startsWith("changes/")) {
            beforeBatchWrite.run();
        }
        return script.next(request, backing);
    }

    @Override
    public Optional<RemoteObject> get(ObjectName name, long limit) {
        var request = Request.of(Kind.GET, name);
        var fault = next(request);
        if (fault.isEmpty()) {
            return answered(name, backing.get(name, limit));
        }
        var tampered = new TamperedObjects(backing, script.random()).object(fault.get(), name, limit);
        return tampered.isPresent() ? tampered.get() : underFault(fault.get(), request, () -> backing.get(name, limit));
    }

    @Override
    public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
        var request = Request.of(Kind.GET, name);
        var fault = next(request);
        if (fault.isEmpty()) {
            return answered(name, backing.get(name, to, limit));
        }
        var tampered = new TamperedObjects(backing, script.random()).object(fault.get(), name, limit);
        if (tampered.isPresent()) {
            return tampered.get().map(object -> SimStore.write(object, to));
        }
        if (List.of(Fault.RESET, Fault.ANSWER_LOST, Fault.CACHE_TORN, Fault.KILLED_IN_BODY)
                .contains(fault.get())) {
            new TamperedObjects(backing, script.random()).half(name, limit).ifPresent(half -> SimStore.write(half, to));
        }
        return underFault(fault.get(), request, () -> backing.get(name, to, limit));
    }

    @Override
    public Optional<ObjectInfo> head(ObjectName name) {
        var request = Request.of(Kind.HEAD, name);
        var fault = next(request);
        if (fault.isPresent() && fault.get() == Fault.NOT_FOUND_ONCE) {
            return Optional.empty();
        }
        return fault.isEmpty()
                ? answered(name, backing.head(name))
                : underFault(fault.get(), request, () -> backing.head(name));
    }

    @Override
    public void put(ObjectName name, Body body, Metadata metadata) {
        var to = backing;
        write(Request.of(Kind.PUT, name), body, bytes -> to.put(name, bytes, metadata));
        var _ = answered(name, to);
    }

    @Override
    public void add(ObjectName name, Body body) {
        var to = backing;
        write(Request.of(Kind.PUT, name), body, bytes -> to.add(name, bytes));
    }

    @Override
    public boolean takesParts() {
        return backing.takesParts();
    }

    @Override
    public int partSize(long size) {
        return backing.partSize(size);
    }

    @Override
    public Optional<PartUpload> partUpload(ObjectName name, long size, Optional<String> token) {
        if (!(backing instanceof SimStore bucket) || !bucket.takesParts()) {
            return Optional.empty();
        }
        var uploads = bucket.uploads();
        var request = Request.of(token.isPresent() ? Kind.LIST : Kind.PUT, name);
        var found = answer(request, () -> uploads.open(name, size, token));
        return Optional.of(new SimUpload(uploads, found, size, (body, writing) -> {
            write(Request.of(Kind.PUT, name), body, writing);
        }));
    }

    @Override
    public void promote(ObjectName from, ObjectName to, Body body) {
        var there = backing;
        write(Request.of(Kind.PUT, to), body, bytes -> there.promote(from, to, bytes));
    }

    @Override
    public Creation create(ObjectName name, Body body, Metadata metadata) {
        var to = backing;
        var bytes = Body.of(Transfer.bytes(body));
        return answered(name, answer(Request.of(Kind.CREATE, name), () -> to.create(name, bytes, metadata)));
    }

    @Override
    public void delete(ObjectName name) {
        var to = backing;
        write(Request.of(Kind.DELETE, name), Body.of(new byte[0]), _ -> to.delete(name));
    }

    @Override
    public void deleteFolder(ObjectName folder) {
        var to = backing;
        write(new Request(Kind.DELETE, folder.value()), Body.of(new byte[0]), _ -> to.deleteFolder(folder));
    }

    @Override
    public void deleteFolders(List<ObjectName> folders) {
        var to = backing;
        folders.stream()
                .findFirst()
                .ifPresent(first -> write(
                        new Request(Kind.DELETE, first.value()), Body.of(new byte[0]), _ -> to.deleteFolders(folders)));
    }

    @Override
    public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
        var to = backing;
        return answer(new Request(Kind.LIST, prefix), () -> to.list(prefix, after, max));
    }

    @Override
    public boolean createsAtomically() {
        return backing.createsAtomically();
    }

    @Override
    public String describe() {
        return backing.describe();
    }

    @Override
    public void close() {
        // The store is shared by all members.
    }

    /// A request that writes these bytes, now, later, twice or never.
    interface Writing {
        void of(Body bytes);
    }

    private void write(Request request, Body body, Writing writing) {
        var bytes = Transfer.bytes(body);
        var fault = next(request);
        var isKeptOtherwise = fault.equals(Optional.of(Fault.KEPT_OTHERWISE));
        var kept = Body.of(isKeptOtherwise ? TamperedObjects.flipped(bytes, script.random()) : bytes);
        var _ = answer(isKeptOtherwise ? Optional.empty() : fault, request, () -> {
            writing.of(kept);
            return Creation.CREATED;
        });
    }

    private <T> T answer(Request request, Supplier<T> action) {
        return answer(next(request), request, action);
    }

    private <T> T answer(Optional<Fault> fault, Request request, Supplier<T> action) {
        return fault.isEmpty() ? action.get() : underFault(fault.get(), request, action);
    }

    @SuppressWarnings("unchecked") // only creations are answered by 412
    private <T> T underFault(Fault fault, Request request, Supplier<T> action) {
        return switch (fault) {
            case REQUEST_LOST, CONFLICT_409 -> throw unavailable(request, fault);
            case ANSWER_LOST, RESET -> {
                var _ = action.get();
                throw unavailable(request, fault);
            }
            case BUSY_503 -> {
                if (script.random().nextBoolean()) {
                    var _ = action.get();
                }
                throw unavailable(request, fault);
            }
            case LANDED_LATE, CHECKPOINT_LATE -> {
                delayed.add(action);
                throw unavailable(request, fault);
            }
            case TOO_MANY_429 ->
                throw new RemoteException.Unavailable(problem(request, fault), Optional.of(Duration.ofSeconds(7)));
            case SIGNED_OUT_401, FORBIDDEN_403 -> throw new RemoteException.Denied(problem(request, fault));
            case KILLED_IN_BODY -> throw new ProcessKilled();
            case OWN_SUCCESS_412 -> {
                var _ = action.get();
                yield (T) Creation.EXISTS;
            }
            default -> around(fault, action);
        };
    }

    /// Carries the request out, with the fault before or after it.
    private <T> T around(Fault fault, Supplier<T> action) {
        if (fault == Fault.ANSWER_DUPLICATED) {
            delayed.add(action);
            return action.get();
        }
        var isBefore = fault == Fault.SLOW
                || (fault != Fault.ANSWER_LATE && script.random().nextBoolean());
        if (isBefore) {
            requestFaults.inject(fault, script.random());
        }
        var answer = action.get();
        if (!isBefore) {
            requestFaults.inject(fault, script.random());
        }
        return answer;
    }

    private static RemoteException unavailable(Request request, Fault fault) {
        return new RemoteException.Unavailable(problem(request, fault), Optional.empty());
    }

    private static Problem problem(Request request, Fault fault) {
        return new Problem(fault + " in " + request + ".", "Nothing is lost here.", "It is tried again by itself.");
    }
}
