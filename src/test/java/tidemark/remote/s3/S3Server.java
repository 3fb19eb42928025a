package tidemark.remote.s3;

import java.net.URI;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import tidemark.remote.Credentials;

/// A real S3 server on loopback, in this process: real requests, real signatures, one bucket.
public final class S3Server implements AutoCloseable {
    /// The only keys that it accepts.
    public static final Credentials KEYS = Credentials.of("AKIATESTKEY", "a-secret-that-must-never-show");

    /// Its one bucket.
    public static final String BUCKET = "library";

    /// The domain of URLs that carry the bucket in the host name.
    static final String DOMAIN = "s3.test";

    private static final long LARGEST_REQUEST = 256L << 20;

    private final S3Proxy proxy;
    private final boolean secure;

    private S3Server(BlobStore blobs, UnaryOperator<S3Proxy.Builder> more) throws Exception {
        blobs.createContainer(BUCKET);
        var builder = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, KEYS.name(), KEYS.secret())
                .blobStore(blobs)
                .stopTimeout(0)
                .ignoreUnknownHeaders(true)
                .v4MaxNonChunkedRequestSize(LARGEST_REQUEST);
        proxy = more.apply(builder).build();
        secure = builder.getSecureEndpoint() != null;
        proxy.start();
    }

    /// A server that creates atomically.
    public static S3Server atomic() throws Exception {
        return of(new AtomicBlobStore(new TransientNio2BlobStore()));
    }

    /// A server that ignores conditions and reports success.
    public static S3Server heedless() throws Exception {
        return of(new HeedlessBlobStore(new TransientNio2BlobStore()));
    }

    static S3Server of(BlobStore blobs) throws Exception {
        return new S3Server(blobs, builder -> builder);
    }

    /// A server that takes the bucket from the host name.
    static S3Server virtualHosts() throws Exception {
        return new S3Server(new AtomicBlobStore(new TransientNio2BlobStore()), builder -> builder.virtualHost(DOMAIN));
    }

    /// A server with TLS and the key in this key store.
    static S3Server secure(BlobStore blobs, String keyStore, String password) throws Exception {
        return new S3Server(
                blobs,
                builder -> builder.secureEndpoint(URI.create("https://127.0.0.1:0"))
                        .keyStore(keyStore, password));
    }

    /// The port that it listens on.
    public int port() {
        return secure ? proxy.getSecurePort() : proxy.getPort();
    }

    /// The address of the bucket.
    public S3Address address() {
        return S3Address.of((secure ? "https" : "http") + "://127.0.0.1:" + port(), BUCKET);
    }

    S3Store open() {
        return S3Store.open(address(), "me", KEYS, Clock.systemUTC());
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop", e);
        }
    }
}
