package tidemark.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidemark.remote.s3.S3Address;
import tidemark.remote.s3.S3Store;
import tidemark.remote.webdav.WebDavAddress;
import tidemark.remote.webdav.WebDavStore;

/// Redirects that change one thing each, scheme, host or port: none of them gets a request, and no credentials.
final class RedirectTest {
    private static final ObjectName NAME = new ObjectName("library.json");
    private static final Credentials KEYS = Credentials.of("dav", "secret");

    private final List<String> strayed = new CopyOnWriteArrayList<>();
    private HttpServer first;
    private HttpServer second;
    private volatile String location = "";

    @BeforeEach
    void start() throws Exception {
        first = server(false);
        second = server(true);
    }

    private HttpServer server(boolean mustSeeNothing) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, mustSeeNothing));
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange, boolean mustSeeNothing) throws IOException {
        try (exchange) {
            if (mustSeeNothing || exchange.getRequestURI().getPath().startsWith("/elsewhere")) {
                strayed.add(exchange.getRequestHeaders().toString());
            }
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(307, -1);
        }
    }

    @AfterEach
    void stop() {
        first.stop(0);
        second.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "another port, http://127.0.0.1:SECOND",
        "another scheme, https://127.0.0.1:FIRST",
        "another host, http://localhost:FIRST"
    })
    void noServerButTheOneThatWasAskedSeesAnything(String change, String to) {
        var target = to.replace("FIRST", "" + port(first)).replace("SECOND", "" + port(second));
        location = target + "/elsewhere/x";
        var url = "http://127.0.0.1:" + port(first);
        try (var bucket = S3Store.open(S3Address.of(url, "library"), "me", KEYS, Clock.systemUTC());
                var folder = WebDavStore.open(WebDavAddress.of(url), "me", KEYS, Clock.systemUTC(), new Random(1))) {
            for (var store : List.of(bucket, folder)) {
                assertThatThrownBy(() -> store.get(NAME, 100))
                        .as(change)
                        .isInstanceOf(RemoteException.class)
                        .hasMessageContaining(target);
                assertThatThrownBy(() -> store.put(NAME, Body.of(new byte[1]), Metadata.NONE))
                        .isInstanceOf(RemoteException.class)
                        .hasMessageContaining(target);
            }
        }
        assertThat(strayed).isEmpty();
    }

    private static int port(HttpServer server) {
        return server.getAddress().getPort();
    }
}
