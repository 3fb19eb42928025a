package tidemark.remote;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A store that keeps count of what another one is asked: each request in order, and the bytes that went each way.
///
/// Bytes are those of bodies, as far as they were really read or written; names and protocol are not counted.
public final class CountingStore implements RemoteStore {
    private final RemoteStore inner;
    private final List<Request> requests = new ArrayList<>(); // Guarded by itself.
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();

    /// Counts what reaches `inner`.
    public CountingStore(RemoteStore inner) {
        this.inner = inner;
    }

    /// Everything asked so far, in the order in which it was asked; also what failed.
    public List<Request> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /// How many requests of this kind were made.
    public long count(Request.Kind kind) {
        return requests().stream().filter(request -> request.kind() == kind).count();
    }

    /// Bytes of bodies that the store took.
    public long sent() {
        return sent.get();
    }

    /// Bytes of objects that the store gave.
    public long received() {
        return received.get();
    }

    /// Forgets all that was counted.
    public void reset() {
        synchronized (requests) {
            requests.clear();
        }
        sent.set(0);
        received.set(0);
    }

    @Override
    public Optional<RemoteObject> get(ObjectName name, long limit) {
        note(Request.of(Request.Kind.GET, name));
        var object = inner.get(name, limit);
        object.ifPresent(found -> received.addAndGet(found.bytes().length));
        return object;
    }

    @Override
    public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
        note(Request.of(Request.Kind.GET, name));
        return inner.get(name, new CountedOutput(to), limit);
    }

    @Override
    public Optional<ObjectInfo> head(ObjectName name) {
        note(Request.of(Request.Kind.HEAD, name));
        return inner.head(name);
    }

    @Override
    public void put(ObjectName name, Body body, Metadata metadata) {
        note(Request.of(Request.Kind.PUT, name));
        inner.put(name, new CountedBody(body), metadata);
    }

    @Override
    public Creation create(ObjectName name, Body body, Metadata metadata) {
        note(Request.of(Request.Kind.CREATE, name));
        return inner.create(name, new CountedBody(body), metadata);
    }

    @Override
    public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
        note(new Request(Request.Kind.LIST, prefix));
        return inner.list(prefix, after, max);
    }

    @Override
    public void delete(ObjectName name) {
        note(Request.of(Request.Kind.DELETE, name));
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

    private void note(Request request) {
        synchronized (requests) {
            requests.add(request);
        }
    }

    private final class CountedBody implements Body {
        private final Body body;

        CountedBody(Body body) {
            this.body = body;
        }

        @Override
        public long size() {
            return body.size();
        }

        @Override
        public InputStream open() throws IOException {
            return new CountedInput(body.open());
        }
    }

    private final class CountedInput extends FilterInputStream {
        CountedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var b = super.read();
            sent.addAndGet(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var n = super.read(bytes, offset, length);
            sent.addAndGet(Math.max(n, 0));
            return n;
        }
    }

    private final class CountedOutput extends FilterOutputStream {
        CountedOutput(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            received.incrementAndGet();
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            received.addAndGet(length);
        }
    }
}
