package tidemark.remote.s3;

import io.minio.MinioAsyncClient;
import io.minio.credentials.StaticProvider;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import tidemark.remote.Credentials;
import tidemark.remote.ServerHabits;

/// The HTTP clients of one service, two on one pool of connections: one that repeats a request on a fresh connection
/// when an idle one turns out dead, and one for commits, which sends each request once.
///
/// @param checksums the checksums of uploads, as far as the service takes them
record S3Client(MinioAsyncClient repeatable, MinioAsyncClient once, OkHttpClient http, Checksums checksums)
        implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    private static final int AT_ONCE = 32;

    /// Less than the time for which servers keep an idle connection.
    private static final long IDLE_SECONDS = 20;

    static S3Client open(
            S3Address address,
            Credentials credentials,
            Interceptor responseCheck,
            Timeouts timeouts,
            ServerHabits habits) {
        var http = http(address, responseCheck, timeouts);
        var once = http.newBuilder().retryOnConnectionFailure(false).build();
        return new S3Client(
                client(address, credentials, http), client(address, credentials, once), http, new Checksums(habits));
    }

    private static OkHttpClient http(S3Address address, Interceptor responseCheck, Timeouts timeouts) {
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        var connections = new ConnectionPool(CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS);
        var builder = new OkHttpClient.Builder()
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.silence())
                .writeTimeout(timeouts.silence())
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .dispatcher(dispatcher)
                .connectionPool(connections)
                .addInterceptor(responseCheck)
                .addInterceptor(new FreshConnection(connections));
        address.proxy().ifPresent(url -> builder.proxy(proxy(url)));
        address.certificates().map(TrustedCertificates::with).ifPresent(certificates -> {
            var _ = builder.sslSocketFactory(certificates.sockets(), certificates.trust());
        });
        return builder.build();
    }

    private static Proxy proxy(URI url) {
        var port = url.getPort() > 0 ? url.getPort() : 80;
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(url.getHost(), port));
    }

    private static MinioAsyncClient client(S3Address address, Credentials credentials, OkHttpClient http) {
        var client = MinioAsyncClient.builder()
                .endpoint(address.endpoint().toString())
                .region(address.region())
                .credentialsProvider(new StaticProvider(
                        credentials.name(),
                        credentials.secret(),
                        credentials.token().orElse(null)))
                .httpClient(http)
                .build();
        switch (address.style()) {
            case AUTOMATIC -> {}
            case PATH -> client.disableVirtualStyleEndpoint();
            case VIRTUAL_HOST -> client.enableVirtualStyleEndpoint();
        }
        return client;
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
