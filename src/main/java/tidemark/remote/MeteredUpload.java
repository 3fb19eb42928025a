package tidemark.remote;

import java.util.function.UnaryOperator;

/// An upload in parts that reports its requests.
///
/// @param counted the body of a part, with its bytes reported
record MeteredUpload(PartUpload inner, ObjectName name, RequestListener listener, UnaryOperator<Body> counted)
        implements PartUpload {
    @Override
    public String token() {
        return inner.token();
    }

    @Override
    public long kept() {
        return inner.kept();
    }

    @Override
    public int partSize() {
        return inner.partSize();
    }

    @Override
    public void send(Body part) {
        listener.requested(Request.of(Request.Kind.PUT, name));
        inner.send(counted.apply(part));
    }

    @Override
    public void finish() {
        listener.requested(Request.of(Request.Kind.PUT, name));
        inner.finish();
    }

    @Override
    public void discard() {
        listener.requested(Request.of(Request.Kind.DELETE, name));
        inner.discard();
    }
}
