package tidemark.remote.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Unavailable;

/// Renames behind proxies: the header that names the target is all they do not translate.
final class RenamesTest {
    private static final Body TEXT = Body.of("text".getBytes(StandardCharsets.UTF_8));
    private static final ObjectName NAME = new ObjectName("a/b");

    private final DavServer server = new DavServer();
    private final WebDavStore store = server.open("me", new Random(5));
    private final List<String> targets = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }

    private boolean isMove(HttpExchange exchange) {
        var isMove = exchange.getRequestMethod().equals("MOVE");
        if (isMove) {
            targets.add(exchange.getRequestHeaders().getFirst("Destination"));
        }
        return isMove;
    }

    private boolean refusesWholeUrls(HttpExchange exchange, int status) throws IOException {
        var isRefused = isMove(exchange) && targets.getLast().startsWith("http");
        if (isRefused) {
            DavServer.answer(exchange, status);
        }
        return isRefused;
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 400})
    void aServerThatTakesPathsOnlyIsToldThePathFromThenOn(int status) {
        server.inject(exchange -> refusesWholeUrls(exchange, status));
        store.put(NAME, TEXT, Metadata.NONE);
        store.put(new ObjectName("a/c"), TEXT, Metadata.NONE);
        assertThat(store.head(NAME)).isPresent();
        var path = "/dav/My%20things/me/a/";
        assertThat(targets.getFirst()).startsWith("http://127.0.0.1:");
        assertThat(targets.subList(1, targets.size()))
                .contains(path + "b", path + "c")
                .noneMatch(target -> target.startsWith("http"));
    }

    @Test
    void aServerThatRenamesInNoWayIsSaidToNeedItsProxyMended() {
        server.inject(DavFault.always("MOVE", 502));
        assertThatThrownBy(() -> store.put(NAME, TEXT, Metadata.NONE))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("does not rename files (502)")
                .hasMessageContaining("Destination");
        assertThat(server.paths()).noneMatch(path -> path.contains("~"));
    }

    @Test
    void theTargetFollowsARedirectOnTheSameHost() {
        server.inject(exchange -> {
            var path = exchange.getRequestURI().getRawPath();
            if (!isMove(exchange)) {
                return false;
            }
            if (path.startsWith("/real/")) {
                DavServer.answer(exchange, 201);
            } else {
                exchange.getResponseHeaders().add("Location", "/real" + path);
                DavServer.answer(exchange, 307);
            }
            return true;
        });
        store.put(NAME, TEXT, Metadata.NONE);
        assertThat(URI.create(targets.getLast()).getRawPath()).isEqualTo("/real/dav/My%20things/me/a/b");
    }

    @ParameterizedTest
    @CsvSource({
        "/dav/me/a, /real/dav/me/a, http://h/dav/me/b, http://h/real/dav/me/b",
        "/dav/me/a, /webdav/me/a, /dav/you/b, /webdav/you/b",
        "/x/dav/me/a, /dav/me/a, http://h/x/dav/me/b, http://h/dav/me/b",
        "/dav/me/a, /elsewhere, http://h/dav/me/b, http://h/dav/me/b",
        "/old/a, /new/a, http://h/other/b, http://h/other/b"
    })
    void aRedirectMovesWhatLiesInTheSameFolder(String from, String to, String target, String moved) {
        var relocation = new Relocation(URI.create("http://h" + from), URI.create("http://h" + to));
        assertThat(relocation.of(target)).isEqualTo(moved);
    }
}
