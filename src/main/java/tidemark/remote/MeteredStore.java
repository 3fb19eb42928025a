package tidemark.remote;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A store that reports the requests to another one, and the bytes sent and received, to a listener.
///
/// Only the bytes of bodies count, as far as they were really read or written; names and protocol do not.
public sealed class MeteredStore implements RemoteStore, Inspectable permits CountingStore {
    private final RemoteStore inner;
    private final RequestListener listener;

    /// A meter of the requests to `inner`.
    public MeteredStore(RemoteStore inner, RequestListener listener) {
        this.inner = inner;
        this.listener = listener;
    }

    @Override
    public final Optional<RemoteObject> get(ObjectName name, long limit) {
        listener.requested(Request.of(Request.Kind.GET, name));
        var object = inner.get(name, limit);
        object.ifPresent(found -> listener.received(found.bytes().length));
        return object;
    }

    @Override
    public final Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
        listener.requested(Request.of(Request.Kind.GET, name));
        return inner.get(name, new CountedOutput(to), limit);
    }

    @Override
    public final Optional<ObjectInfo> get(ObjectName name, long from, OutputStream to, long limit) {
        listener.requested(Request.of(Request.Kind.GET, name));
        return inner.get(name, from, new CountedOutput(to), limit);
    }

    @Override
    public final boolean takesParts() {
        return inner.takesParts();
    }

    @Override
    public final int partSize(long size) {
        return inner.partSize(size);
    }

    /// The upload. To begin one counts as a PUT, to look for one as a LIST, to end it as a PUT or a DELETE.
    @Override
    public final Optional<PartUpload> partUpload(ObjectName name, long size, Optional<String> token) {
        if (inner.takesParts()) {
            listener.requested(Request.of(token.isPresent() ? Request.Kind.LIST : Request.Kind.PUT, name));
        }
        return inner.partUpload(name, size, token)
                .map(upload -> new MeteredUpload(upload, name, listener, CountedBody::new));
    }

    @Override
    public final Optional<ObjectInfo> head(ObjectName name) {
        listener.requested(Request.of(Request.Kind.HEAD, name));
        return inner.head(name);
    }

    @Override
    public final void put(ObjectName name, Body body, Metadata metadata) {
        listener.requested(Request.of(Request.Kind.PUT, name));
        inner.put(name, new CountedBody(body), metadata);
    }

    @Override
    public final Creation create(ObjectName name, Body body, Metadata metadata) {
        listener.requested(Request.of(Request.Kind.CREATE, name));
        return inner.create(name, new CountedBody(body), metadata);
    }

    @Override
    public final boolean createsAtomically() {
        return inner.createsAtomically();
    }

    @Override
    public final boolean mayReplace() {
        return inner.mayReplace();
    }

    @Override
    public final List<RemoteObject> versions(ObjectName name, long limit) {
        listener.requested(Request.of(Request.Kind.LIST, name));
        var versions = inner.versions(name, limit);
        versions.forEach(version -> listener.received(version.bytes().length));
        return versions;
    }

    @Override
    public final boolean listsAtOnce() {
        return inner.listsAtOnce();
    }

    @Override
    public final void add(ObjectName name, Body body) {
        listener.requested(Request.of(Request.Kind.PUT, name));
        inner.add(name, new CountedBody(body));
    }

    @Override
    public final void promote(ObjectName from, ObjectName to, Body body) {
        listener.requested(Request.of(Request.Kind.PUT, to));
        inner.promote(from, to, new CountedBody(body));
    }

    @Override
    public final void deleteFolder(ObjectName folder) {
        listener.requested(new Request(Request.Kind.DELETE, folder.value()));
        inner.deleteFolder(folder);
    }

    @Override
    public final void deleteFolders(List<ObjectName> folders) {
        folders.forEach(folder -> listener.requested(new Request(Request.Kind.DELETE, folder.value())));
        inner.deleteFolders(folders);
    }

    @Override
    public final List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
        listener.requested(new Request(Request.Kind.LIST, prefix));
        return inner.list(prefix, after, max);
    }

    @Override
    public final void delete(ObjectName name) {
        listener.requested(Request.of(Request.Kind.DELETE, name));
        inner.delete(name);
    }

    @Override
    public final String describe() {
        return inner.describe();
    }

    @Override
    public final void close() {
        inner.close();
    }

    @Override
    public final Optional<Duration> clockDifference() {
        return inner instanceof Inspectable known ? known.clockDifference() : Optional.empty();
    }

    @Override
    public final Versioning versioning() {
        return inner instanceof Inspectable known ? known.versioning() : Versioning.UNKNOWN;
    }

    @Override
    public final Optional<Set<NameKind>> lostNames(ObjectName folder) {
        return inner instanceof Inspectable known ? known.lostNames(folder) : Optional.empty();
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
            listener.sent(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var n = super.read(bytes, offset, length);
            listener.sent(Math.max(n, 0));
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
            listener.received(1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            listener.received(length);
        }
    }
}
