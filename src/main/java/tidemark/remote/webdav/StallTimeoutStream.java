package tidemark.remote.webdav;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// A response's body as a stream that fails when nothing arrives for a while: the client's own would wait for ever.
final class StallTimeoutStream extends InputStream implements BodySubscriber<InputStream> {
    /// A piece of the body, or its end.
    private sealed interface Piece {
        record Bytes(ByteBuffer buffer) implements Piece {}

        /// The end of what was requested so far.
        record Pause() implements Piece {}

        record End() implements Piece {}

        record Broken(Throwable cause) implements Piece {}
    }

    private final Duration timeout;
    private final LinkedBlockingQueue<Piece> arrived = new LinkedBlockingQueue<>();
    private final AtomicReference<Flow.Subscription> source = new AtomicReference<>();
    private Piece current = new Piece.Bytes(ByteBuffer.allocate(0));

    StallTimeoutStream(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        source.set(subscription);
        subscription.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        buffers.forEach(buffer -> arrived.add(new Piece.Bytes(buffer)));
        arrived.add(new Piece.Pause());
    }

    @Override
    public void onError(Throwable cause) {
        arrived.add(new Piece.Broken(cause));
    }

    @Override
    public void onComplete() {
        arrived.add(new Piece.End());
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (true) {
            switch (current) {
                case Piece.Bytes(var buffer)
                when buffer.hasRemaining() -> {
                    var n = Math.min(length, buffer.remaining());
                    buffer.get(bytes, offset, n);
                    return n;
                }
                case Piece.Bytes _, Piece.Pause _ -> current = next();
                case Piece.End _ -> {
                    return -1;
                }
                case Piece.Broken(var cause) -> throw new IOException(String.valueOf(cause.getMessage()), cause);
            }
        }
    }

    /// The next piece. All that was requested has been read when the [Piece.Pause] behind it comes; only then is more
    /// requested, so that memory does not grow with the body.
    private Piece next() throws IOException {
        try {
            var piece = arrived.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (piece == null) {
                close();
                throw new IOException("nothing arrived for " + timeout.toSeconds() + " s");
            }
            if (piece instanceof Piece.Pause) {
                Objects.requireNonNull(source.get()).request(1);
            }
            return piece;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new IOException("interrupted", e);
        }
    }

    /// Cancels what has not arrived.
    @Override
    public void close() {
        var subscription = source.get();
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
