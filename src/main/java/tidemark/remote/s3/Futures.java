package tidemark.remote.s3;

import io.minio.errors.MinioException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import tidemark.remote.RemoteException;

/// Waiting for a future of the client library, with its failure unwrapped to the cause.
final class Futures {
    private Futures() {}

    /// The result of the future, once it is done.
    ///
    /// @throws IOException the cause of its failure; or when this thread is interrupted, which cancels the future
    static <T> T on(CompletableFuture<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the request was given up");
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (CancellationException e) {
            throw new IOException(e);
        }
    }

    /// The cause of a failure, below the wrappers of futures and of the library.
    ///
    /// @throws RemoteException when the cause is one that came through the library
    private static IOException cause(Throwable failure) {
        return switch (failure) {
            case IOException known -> known;
            case RemoteException known -> throw known;
            case ExecutionException wrapper when wrapper.getCause() != null -> cause(wrapper.getCause());
            case CompletionException wrapper when wrapper.getCause() != null -> cause(wrapper.getCause());
            case MinioException wrapper when wrapper.getCause() != null -> cause(wrapper.getCause());
            case MinioException own -> new NotFromStorage(own);
            // The library parses responses on its threads, and does not expect all that a server can send.
            case RuntimeException unforeseen -> new NotFromStorage(unforeseen);
            case Error bug -> throw bug;
            case Exception unparsed -> new NotFromStorage(unparsed);
            default -> new IOException(failure);
        };
    }
}
