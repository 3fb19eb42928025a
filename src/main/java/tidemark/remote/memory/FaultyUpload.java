package tidemark.remote.memory;

import java.util.Optional;
import java.util.function.Consumer;
import tidemark.remote.Body;
import tidemark.remote.ObjectName;
import tidemark.remote.PartUpload;
import tidemark.remote.RemoteStore;
import tidemark.remote.Request;
import tidemark.remote.Transfer;

/// An upload in parts behind a faulty network.
///
/// A step that arrives late meets the upload as it is then: a part that is kept by now, or an upload that has
/// ended, is left alone, as storage would store the same bytes once more or refuse.
record FaultyUpload(Network network, RemoteStore inner, PartUpload upload, ObjectName name, long size)
        implements PartUpload {
    /// The way to the store.
    interface Network {
        /// Performs a writing request, or lets it fail.
        ///
        /// @param late the request when it arrives later
        void write(Request request, Runnable now, Runnable late);
    }

    @Override
    public String token() {
        return upload.token();
    }

    @Override
    public long kept() {
        return upload.kept();
    }

    @Override
    public int partSize() {
        return upload.partSize();
    }

    @Override
    public void send(Body part) {
        var bytes = Body.of(Transfer.bytes(part));
        step(Request.Kind.PUT, upload.kept(), found -> found.send(bytes));
    }

    @Override
    public void finish() {
        step(Request.Kind.PUT, size, PartUpload::finish);
    }

    @Override
    public void discard() {
        var request = Request.of(Request.Kind.DELETE, name);
        network.write(request, upload::discard, () -> found().ifPresent(PartUpload::discard));
    }

    /// Takes a step.
    ///
    /// @param kept the number of bytes that must be kept when it arrives
    private void step(Request.Kind kind, long kept, Consumer<PartUpload> step) {
        network.write(
                Request.of(kind, name),
                () -> step.accept(upload),
                () -> found().filter(late -> late.kept() == kept).ifPresent(step));
    }

    /// This upload as the store has it now; empty when it does not know it any more.
    private Optional<PartUpload> found() {
        var found = inner.partUpload(name, size, Optional.of(token()));
        if (found.isPresent() && !found.get().token().equals(token())) {
            found.get().discard();
            return Optional.empty();
        }
        return found;
    }
}
