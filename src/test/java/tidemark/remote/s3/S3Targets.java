package tidemark.remote.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tidemark.fuzz.Target;
import tidemark.remote.Credentials;
import tidemark.remote.RemoteException;

/// The readers of the S3 store, for [tidemark.fuzz.Fuzz].
public final class S3Targets {
    private S3Targets() {}

    /// All readers.
    public static List<Target> all() {
        return List.of(new Listing());
    }

    /// The reader of a page of a listing, or of an error, from a server that answers as told.
    private static final class Listing implements Target {
        private static final String PAGE = """
                <?xml version="1.0" encoding="UTF-8"?>
                <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>tide</Name><Prefix>me/</Prefix>
                <KeyCount>2</KeyCount><MaxKeys>1000</MaxKeys><EncodingType>url</EncodingType>
                <IsTruncated>false</IsTruncated>
                <Contents><Key>me/changes/000000000/001.json.gz</Key>
                <LastModified>2026-03-01T12:00:00.000Z</LastModified>
                <ETag>"9b2cf535f27731c974343645a3985328"</ETag><Size>301</Size><StorageClass>STANDARD</StorageClass>
                </Contents><Contents><Key>me/files/ab/ab%2Bc</Key><LastModified>2026-03-01T12:00:00.000Z</LastModified>
                <ETag>"9b2cf535f27731c974343645a3985329"</ETag><Size>5</Size></Contents></ListBucketResult>
                """;
        private static final String ERROR = """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message>
                <BucketName>tide</BucketName>
                <Resource>/tide</Resource><RequestId>656c76696e6727732072657175657374</RequestId>
                <HostId>x</HostId></Error>
                """;

        private final HttpServer server;
        private final S3Store store;
        private volatile byte[] answer = {};

        Listing() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.createContext("/", this::answer);
            server.start();
            var address = S3Address.of("http://127.0.0.1:" + server.getAddress().getPort(), "tide");
            store = S3Store.open(address, "me", Credentials.of("key", "secret"), Clock.systemUTC());
        }

        private void answer(HttpExchange exchange) throws IOException {
            try (exchange) {
                var body = answer;
                exchange.getResponseHeaders().set("Content-Type", "application/xml");
                exchange.sendResponseHeaders(isError(body) ? 503 : 200, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }

        private static boolean isError(byte[] body) {
            return new String(body, StandardCharsets.ISO_8859_1).contains("<Error");
        }

        @Override
        public String name() {
            return "s3-listing";
        }

        @Override
        public int share() {
            return 30;
        }

        @Override
        public List<byte[]> samples() {
            return List.of(bytes(PAGE), bytes(PAGE), bytes(PAGE), bytes(ERROR));
        }

        @Override
        public List<byte[]> hostileSamples() {
            return List.of(
                    bytes("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + PAGE.replace("me/files", "&e;")),
                    bytes("<ListBucketResult>" + "<a>".repeat(1_000_000)),
                    bytes(PAGE + " ".repeat(9 << 20)));
        }

        @Override
        public Outcome tryInput(byte[] input) {
            answer = input;
            try {
                store.list("", Optional.empty(), 1000);
                return Outcome.ACCEPTED;
            } catch (RemoteException _) {
                return Outcome.REFUSED;
            }
        }

        @Override
        public void close() {
            store.close();
            server.stop(0);
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
