package tidemark.remote.s3;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.GzipSource;
import okio.Okio;
import tidemark.remote.s3.NotFromStorage.Reason;

/// A check of each response before the client library gets it: successes of a storage pass, all others become failures,
/// and the server's clock is read from the date.
final class ResponseCheck implements Interceptor {
    /// A page of a listing has 1,000 names of at most 1,024 bytes.
    private static final long LONGEST_PAGE = 8 << 20;

    private static final int NO_CONTENT = 204;

    private final InstantSource clock;
    private volatile Optional<Duration> clockDifference = Optional.empty();

    /// Whether a response said which version of an object it was about: old ones are kept.
    private volatile boolean keepsVersions;

    ResponseCheck(InstantSource clock) {
        this.clock = clock;
    }

    /// The server's clock minus this computer's at the last response with a date.
    Optional<Duration> clockDifference() {
        return clockDifference;
    }

    boolean keepsVersions() {
        return keepsVersions;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        var response = plain(request, chain.proceed(request));
        try {
            check(request, response);
            return response;
        } catch (IOException e) {
            response.close();
            throw e;
        }
    }

    /// The response with its document unpacked, where something on the way packed it unasked.
    private static Response plain(Request request, Response response) {
        var isPacked = "gzip".equalsIgnoreCase(response.header("Content-Encoding", ""));
        if (!isPacked || !hasDocument(request, response)) {
            return response;
        }
        var body = response.body();
        return response.newBuilder()
                .removeHeader("Content-Encoding")
                .removeHeader("Content-Length")
                .body(ResponseBody.create(Okio.buffer(new GzipSource(body.source())), body.contentType(), -1))
                .build();
    }

    /// Whether the body is a document about objects rather than one of them: a listing or an error.
    private static boolean hasDocument(Request request, Response response) {
        return request.url().querySize() > 0 || !response.isSuccessful();
    }

    private void check(Request request, Response response) throws IOException {
        var now = clock.instant();
        if (isPage(response)) {
            throw new NotFromStorage(Reason.PAGE, "a page of HTML with status " + response.code());
        }
        clockDifference =
                date(response).map(there -> Duration.between(now, there)).or(() -> clockDifference);
        if (response.isSuccessful() && !"null".equals(response.header("x-amz-version-id", "null"))) {
            keepsVersions = true;
        }
        if (!response.isSuccessful()) {
            throw new S3Error(ErrorResponse.of(response, now));
        }
        if (request.method().equals("PUT") && response.header("ETag") == null) {
            throw new NotFromStorage(Reason.NO_ETAG, "no ETag for what was sent");
        }
        if (request.url().querySize() > 0 && response.body().source().request(LONGEST_PAGE + 1)) {
            throw new NotFromStorage(Reason.UNREADABLE, "a listing without end");
        }
    }

    private static Optional<Instant> date(Response response) {
        return Optional.ofNullable(response.headers().getInstant("Date"));
    }

    /// Whether it is a page for people: HTML without the marks of storage. An error of a server on the way and a
    /// redirect are told by their status. OpenStack Swift labels even its empty answers as HTML.
    private static boolean isPage(Response response) {
        var isToldByStatus = response.code() >= 500 || response.isRedirect();
        return response.header("Content-Type", "").toLowerCase(Locale.ROOT).startsWith("text/html")
                && !isToldByStatus
                && !StorageMarks.areOn(response)
                && !isEmpty(response);
    }

    private static boolean isEmpty(Response response) {
        return response.code() == NO_CONTENT || "0".equals(response.header("Content-Length"));
    }
}
