package tidemark.remote.s3;

import java.io.IOException;
import java.net.ProtocolException;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.Response;

/// One silent repeat of a request on a fresh connection, where the kept one still held the end of an
/// earlier answer: nothing was received that answers this request.
///
/// Whether the server carried it out is not known. To read, list, put or delete again is safe: what is
/// there afterwards is the same. To create again is safe because a name that is taken then may be one's
/// own: that outcome counts as unknown, and whoever asked reads the name (rule 4).
final class FreshConnection implements Interceptor {
    private static final String LEFTOVER = "Unexpected status line";
    private static final int PRECONDITION_FAILED = 412;

    private final ConnectionPool connections;

    FreshConnection(ConnectionPool connections) {
        this.connections = connections;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        try {
            return chain.proceed(chain.request());
        } catch (ProtocolException e) {
            if (!String.valueOf(e.getMessage()).startsWith(LEFTOVER)) {
                throw e;
            }
            connections.evictAll();
            return again(chain, e);
        }
    }

    private static Response again(Chain chain, ProtocolException first) throws IOException {
        var response = chain.proceed(chain.request());
        if (response.code() == PRECONDITION_FAILED) {
            response.close();
            throw new IOException("it is not known whether the first of two requests created the object", first);
        }
        return response;
    }
}
