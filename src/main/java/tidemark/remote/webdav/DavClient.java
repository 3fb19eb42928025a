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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tidemark.remote.Body;
import tidemark.remote.Credentials;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.Transfer;

/// Requests to one server: signed in, on connections that are kept, within bounded time. It follows redirects on the
/// same host only.
final class DavClient implements AutoCloseable {
    /// Until a connection stands, and the longest silence.
    record Patience(Duration connecting, Duration silence) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60));
    }

    /// A line slower than this is taken for a broken one.
    private static final long LEAST_BYTES_PER_SECOND = 4 * 1024;

    private static final int MOST_REDIRECTS = 3;

    private final HttpClient client;
    private final Certificates certificates;
    private final SignIn signIn;
    private final WebDavProblems problems;
    private final InstantSource clock;
    private final Patience patience;
    private volatile Optional<Duration> clockDifference = Optional.empty();

    DavClient(
            WebDavAddress address,
            Credentials credentials,
            InstantSource clock,
            RandomGenerator random,
            Patience patience) {
        this.certificates = new Certificates(address.certificate());
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.connecting())
                .sslContext(certificates.context())
                .build();
        var isTls = address.url().getScheme().toLowerCase(Locale.ROOT).equals("https");
        this.signIn = new SignIn(credentials, random, isTls);
        this.problems = new WebDavProblems(address);
        this.clock = clock;
        this.patience = patience;
    }

    /// One request.
    ///
    /// @param headers besides those of the connection and the sign-in
    record Ask(String method, URI url, Map<String, String> headers, Optional<Body> body) {
        static Ask of(String method, URI url) {
            return new Ask(method, url, Map.of(), Optional.empty());
        }

        private Ask at(URI other) {
            return new Ask(method, other, headers, body);
        }
    }

    WebDavProblems problems() {
        return problems;
    }

    Instant now() {
        return clock.instant();
    }

    /// By how much the server's clock was ahead at the last answer.
    Optional<Duration> clockDifference() {
        return clockDifference;
    }

    /// The answer, whatever its status; the caller closes it.
    DavResponse send(Ask ask) {
        var current = ask;
        for (int i = 0; ; i++) {
            var response = signedIn(current);
            var next = response.isRedirect() ? sameHost(current.url(), response) : Optional.<URI>empty();
            if (next.isEmpty() || i == MOST_REDIRECTS) {
                return response;
            }
            response.close();
            current = current.at(next.get());
        }
    }

    /// Insists that what was asked for was done.
    void settle(DavResponse response) {
        if (!response.isSuccess() || response.isPage() || response.status() == 207) {
            throw problems.refused(response, now());
        }
    }

    /// A folder is told by a redirect to its own path with a slash; that is an answer, not another place.
    private static Optional<URI> sameHost(URI from, DavResponse response) {
        return response.location()
                .filter(to -> from.getScheme().equalsIgnoreCase(to.getScheme())
                        && String.valueOf(from.getRawAuthority()).equalsIgnoreCase(to.getRawAuthority())
                        && !to.getRawPath().equals(from.getRawPath() + "/"));
    }

    private DavResponse signedIn(Ask ask) {
        while (true) {
            var proof = signIn.header(ask.method(), ask.url().getRawPath());
            var response = once(ask, proof);
            var again = response.status() == 401
                    && signIn.challenged(response.response().headers().allValues("WWW-Authenticate"), proof);
            if (!again) {
                return response;
            }
            response.close();
        }
    }

    private DavResponse once(Ask ask, Optional<String> proof) {
        var size = ask.body().map(Body::size).orElse(0L);
        var request = HttpRequest.newBuilder(ask.url())
                .method(ask.method(), ask.body().map(DavClient::publisher).orElseGet(BodyPublishers::noBody))
                .timeout(patience.silence().plusSeconds(size / LEAST_BYTES_PER_SECOND))
                .header("User-Agent", "Tidemark");
        ask.headers().forEach(request::header);
        proof.ifPresent(header -> request.header("Authorization", header));
        try {
            var received = client.<InputStream>send(request.build(), _ -> new StallTimeoutStream(patience.silence()));
            var response = new DavResponse(received);
            clockDifference = response.time().map(time -> Duration.between(clock.instant(), time));
            return response;
        } catch (IOException e) {
            throw problems.unanswered(e, certificates.refused());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted();
        }
    }

    private Unavailable interrupted() {
        return (Unavailable) problems.unanswered(new IOException("it was given up"), Optional.empty());
    }

    /// What cannot be read here breaks the request off; the failure is found again in its causes.
    private static BodyPublisher publisher(Body body) {
        if (body.size() == 0) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> new Source(body)), body.size());
    }

    /// Runs what reads an answer, and names a line that breaks meanwhile.
    <T> T reading(Reading<T> reading) {
        try {
            return reading.run();
        } catch (IOException e) {
            throw problems.unanswered(e, Optional.empty());
        }
    }

    /// Reads an answer's body.
    @FunctionalInterface
    interface Reading<T> {
        T run() throws IOException;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /// A body on its way, whose failures are this computer's; as long as it said, or broken.
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
