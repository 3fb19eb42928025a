package tidemark.remote.s3;

import io.minio.errors.MinioException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tidemark.remote.RemoteException;

/// Waits for what the client library does on its own threads, and brings its failures down to what caused them.
final class Futures {
    private Futures() {}

    static <T> T on(CompletableFuture<T> future) throws IOException {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw cause(e);
        }
    }

    /// @throws RemoteException when it is one that came through the library
    private static IOException cause(Throwable failure) {
        return switch (failure) {
            case IOException known -> known;
            case RemoteException known -> throw known;
            case CompletionException wrapper when wrapper.getCause() != null -> cause(wrapper.getCause());
            case MinioException wrapper when wrapper.getCause() != null -> cause(wrapper.getCause());
            case MinioException own -> new NotFromStorage(own.getClass().getSimpleName());
            // The library reads answers on its threads, and does not foresee all that a server can say.
            case RuntimeException unforeseen -> new NotFromStorage(unforeseen);
            case Error bug -> throw bug;
            default -> new IOException(failure);
        };
    }
}
