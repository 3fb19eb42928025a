package tidemark.remote.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException;
import tidemark.remote.s3.Packed;

/// Servers with odd habits, which are used all the same.
final class OddServerTest {
    private static final ObjectName NAME = new ObjectName("a/b");

    private final DavServer server = new DavServer();
    private final WebDavStore store = server.open("me", new Random(4));

    @BeforeEach
    void somethingIsThere() {
        put("whole");
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }

    private void put(String text) {
        store.put(NAME, Body.of(text.getBytes(StandardCharsets.UTF_8)), Metadata.NONE);
    }

    private Optional<String> text() {
        return store.get(NAME, 1000).map(object -> new String(object.bytes(), StandardCharsets.UTF_8));
    }

    /// Apache takes every name that ends in `.gz` for a packed text; a proxy may really pack.
    @Test
    void whatIsSaidToBePackedIsUnpackedWhereItIs() {
        var batch = Packed.gzip("a batch").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(received("001.json.gz", batch)).isEqualTo(batch);
        var twice = Packed.gzip(new String(batch, StandardCharsets.ISO_8859_1));
        assertThat(received("001.json.gz", twice.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(batch);
        assertThat(received("library.json", batch)).asString().isEqualTo("a batch");
        assertThat(received("library.json", "{}".getBytes(StandardCharsets.UTF_8)))
                .asString()
                .isEqualTo("{}");
    }

    private byte[] received(String name, byte[] sent) {
        server.inject(exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, sent.length);
            exchange.getResponseBody().write(sent);
            return true;
        });
        return store.get(new ObjectName(name), 1000).orElseThrow().bytes();
    }

    /// Some servers say in HTML that they took or removed something.
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void aPageAfterAWriteIsTheServersWhereWhatIsThereNowSaysSo(String method) {
        server.inject(exchange -> {
            if (!exchange.getRequestMethod().equals(method)) {
                return false;
            }
            server.serveQuietly(exchange);
            DavServer.reply(exchange, 200, "text/html", "<html>Done</html>");
            return true;
        });
        put("new");
        assertThat(text()).hasValue("new");
        store.delete(NAME);
        assertThat(text()).isEmpty();
    }

    @Test
    void aServerThatKnowsNoHeadIsAskedByGet() {
        server.inject(DavFault.always("HEAD", 405));
        assertThat(store.head(NAME)).isPresent();
        assertThat(store.head(new ObjectName("a/missing"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theEndOfAnObjectIsRightHoweverTheServerAnswersForIt(Ranges way) {
        put("0123456789");
        server.answerRanges(way);

        assertThat(end(4, 10)).isEqualTo("456789 of 10");
        assertThat(end(10, 10)).isEqualTo(" of 10");
        assertThat(end(99, 10)).isEqualTo(" of 10");
    }

    private String end(long from, long limit) {
        var to = new ByteArrayOutputStream();
        var size = store.get(NAME, from, to, limit).orElseThrow().size();
        return to + " of " + size;
    }

    @Test
    void onlyTheBytesThatAreAskedForCross() {
        put("0123456789");
        server.forgetRequests();

        assertThat(end(4, 10)).isEqualTo("456789 of 10");

        assertThat(server.requests()).containsExactly("GET /dav/My%20things/me/a/b");
    }

    @Test
    void anEndThatBreaksOffIsNoEnd() {
        put("0123456789");
        server.inject(exchange -> {
            exchange.getResponseHeaders().add("Content-Range", "bytes 4-9/10");
            exchange.sendResponseHeaders(206, 3);
            exchange.getResponseBody().write("456".getBytes(StandardCharsets.UTF_8));
            return true;
        });

        assertThatThrownBy(() -> end(4, 10)).isInstanceOf(RemoteException.Unavailable.class);
    }
}
