package tidemark.remote.webdav;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tidemark.remote.Body;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.Transfer;

/// The HTTP client of one server: it signs requests in, keeps connections open, limits their time, and follows
/// redirects on the same host only.
final class DavClient implements AutoCloseable {
    /// The timeouts: for connecting, and for the longest silence afterwards.
    record Timeouts(Duration connect, Duration silence) {
        static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    /// A connection slower than this is taken for a broken one.
    private static final long LEAST_BYTES_PER_SECOND = 4 * 1024;

    private static final int MOST_REDIRECTS = 3;

    private final HttpClient client;
    private final Certificates certificates;
    private final SignIn signIn;
    private final WebDavProblems problems;
    private final InstantSource clock;
    private final Timeouts timeouts;
    private volatile Optional<Duration> clockDifference = Optional.empty();

    DavClient(WebDavAddress address, SignIn signIn, InstantSource clock, Timeouts timeouts) {
        this.certificates = new Certificates(address.certificate());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeouts.connect())
                .sslContext(certificates.context())
                .build();
        this.signIn = signIn;
        this.problems = new WebDavProblems(address);
        this.clock = clock;
        this.timeouts = timeouts;
    }

    /// A request.
    ///
    /// @param headers the headers besides those of the connection and the sign-in
    record Request(String method, URI url, Map<String, String> headers, Optional<Body> body) {
        static Request of(String method, URI url) {
            return new Request(method, url, Map.of(), Optional.empty());
        }

        /// This request at the target of a redirect, to which the destination of a rename is moved, too.
        private Request at(URI other) {
            var moved = new HashMap<>(headers);
            moved.computeIfPresent(Renames.DESTINATION, (_, to) -> new Relocation(url, other).of(to));
            return new Request(method, other, moved, body);
        }
    }

    WebDavProblems problems() {
        return problems;
    }

    Instant now() {
        return clock.instant();
    }

    /// The server's clock minus this computer's at the last response that had a date, if any had.
    Optional<Duration> clockDifference() {
        return clockDifference;
    }

    /// Sends the request and returns the response, whatever its status; the caller closes it.
    DavResponse send(Request request) {
        var current = request;
        for (int i = 0; ; i++) {
            var response = sendSignedIn(current);
            var next = response.isRedirect() ? sameHost(current.url(), response) : Optional.<URI>empty();
            if (next.isEmpty() || i == MOST_REDIRECTS) {
                return response;
            }
            response.close();
            current = current.at(next.get());
        }
    }

    /// Requires that the response is a plain success.
    ///
    /// @throws tidemark.remote.RemoteException when it is an error, a web page or a multistatus
    void requireSuccess(DavResponse response) {
        if (!response.isSuccess() || response.isPage() || response.status() == 207) {
            throw problems.refused(response, now());
        }
    }

    /// The target of a redirect on the same host. A redirect to the same path with a slash says that this is a folder:
    /// it is a result, and not followed.
    private static Optional<URI> sameHost(URI from, DavResponse response) {
        return response.location()
                .filter(to -> from.getScheme().equalsIgnoreCase(to.getScheme())
                        && String.valueOf(from.getRawAuthority()).equalsIgnoreCase(to.getRawAuthority())
                        && !to.getRawPath().equals(from.getRawPath() + "/"));
    }

    private DavResponse sendSignedIn(Request request) {
        while (true) {
            var proof = signIn.header(request.method(), request.url().getRawPath());
            var response = sendOnce(request, proof);
            var again = response.status() == 401
                    && signIn.challenged(response.response().headers().allValues("WWW-Authenticate"), proof);
            if (!again) {
                return response;
            }
            response.close();
        }
    }

    private DavResponse sendOnce(Request request, Optional<String> proof) {
        var size = request.body().map(Body::size).orElse(0L);
        var builder = HttpRequest.newBuilder(request.url())
                .method(
                        request.method(),
                        request.body().map(DavClient::publisher).orElseGet(BodyPublishers::noBody))
                .timeout(timeouts.silence().plusSeconds(size / LEAST_BYTES_PER_SECOND))
                .header("User-Agent", "Tidemark");
        request.headers().forEach(builder::header);
        proof.ifPresent(header -> addProof(builder, header));
        try {
            var received = client.<InputStream>send(builder.build(), _ -> new StallTimeoutStream(timeouts.silence()));
            var response = new DavResponse(received);
            response.time().ifPresent(time -> clockDifference = Optional.of(Duration.between(clock.instant(), time)));
            return response;
        } catch (IOException e) {
            throw problems.unanswered(e, certificates.refused());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    /// Adds the proof of who asks. The client would repeat one that it cannot send in its message, secrets included.
    private void addProof(HttpRequest.Builder builder, String proof) {
        try {
            builder.header("Authorization", proof);
        } catch (IllegalArgumentException _) {
            throw problems.unsendable();
        }
    }

    private Unavailable interrupted() {
        return (Unavailable) problems.unanswered(new IOException("it was given up"), Optional.empty());
    }

    /// A publisher of the body. A body that cannot be read here breaks the request off; the failure is found among the
    /// causes of what the client throws.
    private static BodyPublisher publisher(Body body) {
        if (body.size() == 0) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Source(body)), body.size());
    }

    /// Runs `reading`, and explains a connection that breaks meanwhile.
    <T> T reading(Reading<T> reading) {
        try {
            return reading.run();
        } catch (IOException e) {
            throw problems.unanswered(e, Optional.empty());
        }
    }

    /// The reading of a response's body.
    @FunctionalInterface
    interface Reading<T> {
        T run() throws IOException;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /// The stream of a body to be sent. Its failures are this computer's; another length than announced is one, too.
    private static final class Source extends InputStream {
        private final Body body;
        private Optional<InputStream> opened = Optional.empty();
        private long left;

        Source(Body body) {
            this.body = body;
            this.left = body.size();
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                var stream = opened.isPresent() ? opened.get() : body.open();
                opened = Optional.of(stream);
                return counted(stream.read(bytes, offset, length));
            } catch (IOException e) {
                var failure = Transfer.unreadable(e);
                throw new IOException(failure.getMessage(), failure);
            }
        }

        private int counted(int n) throws IOException {
            left -= Math.max(n, 0);
            if (n < 0 ? left > 0 : left < 0) {
                throw new IOException("its length changed meanwhile");
            }
            return n;
        }

        @Override
        public void close() throws IOException {
            if (opened.isPresent()) {
                opened.get().close();
            }
        }
    }
}
