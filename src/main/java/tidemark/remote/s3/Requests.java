package tidemark.remote.s3;

import java.io.IOException;

/// Requests to one bucket, whose failures are explained.
record Requests(S3Problems problems) {
    /// Makes the request.
    ///
    /// @throws tidemark.remote.RemoteException when it fails
    <T> T run(Operation operation, Request<T> request) {
        try {
            return request.run();
        } catch (IOException e) {
            throw problems.explain(operation, e);
        }
    }

    /// A request, or several for one purpose.
    interface Request<T> {
        T run() throws IOException;
    }
}
