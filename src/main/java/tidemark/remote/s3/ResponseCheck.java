package tidemark.remote.s3;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/// A check of each response before the client library gets it: successes of a storage pass, all others become failures,
/// and the server's clock is read from the date.
final class ResponseCheck implements Interceptor {
    /// A page of a listing has 1,000 names of at most 1,024 bytes.
    private static final long LONGEST_PAGE = 8 << 20;

    private final InstantSource clock;
    private volatile Optional<Duration> clockDifference = Optional.empty();

    ResponseCheck(InstantSource clock) {
        this.clock = clock;
    }

    /// The server's clock minus this computer's at the last response with a date.
    Optional<Duration> clockDifference() {
        return clockDifference;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        var response = chain.proceed(request);
        try {
            check(request, response);
            return response;
        } catch (IOException e) {
            response.close();
            throw e;
        }
    }

    private void check(Request request, Response response) throws IOException {
        var now = clock.instant();
        var date = Optional.ofNullable(response.headers().getInstant("Date"));
        if (isHtml(response)) {
            throw new NotFromStorage("a page of HTML with status " + response.code());
        }
        clockDifference = date.map(there -> Duration.between(now, there)).or(() -> clockDifference);
        if (!response.isSuccessful()) {
            throw new S3Error(ErrorResponse.of(response, now));
        }
        if (request.method().equals("PUT") && response.header("ETag") == null) {
            throw new NotFromStorage("no ETag for what was sent");
        }
        if (request.url().querySize() > 0 && response.body().source().request(LONGEST_PAGE + 1)) {
            throw new NotFromStorage("a listing without end");
        }
    }

    private static boolean isHtml(Response response) {
        return response.header("Content-Type", "").startsWith("text/html");
    }
}
