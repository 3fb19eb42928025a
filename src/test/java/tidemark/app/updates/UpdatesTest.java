package tidemark.app.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.app.App;
import tidemark.app.TestApp;
import tidemark.app.updates.Updates.Source;
import tools.jackson.databind.json.JsonMapper;

/// The check for a newer release, against a server in this process.
final class UpdatesTest {
    private static final String RELEASE =
            "{\"version\":\"1.2.0\",\"notes\":\"Faster.\",\"download\":\"https://example.org/get\"}";

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private KeyPair keys;
    private HttpServer server;
    private byte[] document = {};
    private int status = 200;
    private App app;

    @BeforeEach
    void serve() throws Exception {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(status, document.length == 0 ? -1 : document.length);
            exchange.getResponseBody().write(document);
            exchange.close();
        });
        server.start();
        app = TestApp.open(folder, "laptop");
    }

    @AfterEach
    void stop() {
        app.close();
        server.stop(0);
    }

    private Source source() {
        return new Source(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/newest.json",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
    }

    private void publish(String release, KeyPair signer) throws GeneralSecurityException {
        var pen = Signature.getInstance("Ed25519");
        pen.initSign(signer.getPrivate());
        pen.update(release.getBytes(StandardCharsets.UTF_8));
        document = signed(release, Base64.getEncoder().encodeToString(pen.sign()));
    }

    private static byte[] signed(String release, String signature) {
        var json = new JsonMapper();
        return json.writeValueAsBytes(
                json.createObjectNode().put("release", release).put("signature", signature));
    }

    private Optional<Update> look(String version) {
        return new Updates(app.settings(), version).check(source());
    }

    @Test
    void aNewerVersionIsToldWithItsNotesAndWhereItIs() throws Exception {
        publish(RELEASE, keys);
        var update = look("1.1.9").orElseThrow();
        assertThat(update.version()).isEqualTo("1.2.0");
        assertThat(update.notes()).isEqualTo("Faster.");
        assertThat(update.download()).hasToString("https://example.org/get");
    }

    @Test
    void theSameVersionAndAnOlderOneAreNoUpdate() throws Exception {
        publish(RELEASE, keys);
        assertThat(look("1.2.0")).isEmpty();
        assertThat(look("1.10.0")).isEmpty();
    }

    @Test
    void nobodyIsAskedUnlessThePersonChoseAnAddress() {
        assertThat(app.updates().source()).isEqualTo(new Source("", ""));
        assertThatThrownBy(() -> app.updates().check(app.updates().source())).isInstanceOf(UpdateException.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void theAddressIsKept() {
        app.updates().source(new Source(" https://example.org/newest.json ", "key"));
        assertThat(app.updates().source()).isEqualTo(new Source("https://example.org/newest.json", "key"));
    }

    @Test
    void whatAnotherKeySignedIsRefused() throws Exception {
        publish(RELEASE, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        assertThatThrownBy(() -> look("1.0"))
                .isInstanceOf(UpdateException.class)
                .hasMessageContaining("another key");
    }

    @Test
    void aTextChangedAfterItWasSignedIsRefused() throws Exception {
        publish(RELEASE, keys);
        var honest = new JsonMapper().readTree(document).get("signature").asString();
        document = signed(RELEASE.replace("example.org", "example.com"), honest);
        assertThatThrownBy(() -> look("1.0")).hasMessageContaining("another key or text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "no JSON",
                "{\"release\":\"{}\"}",
                "{\"release\":\"{}\",\"signature\":\"*\"}",
                "{\"release\":\"{}\",\"signature\":\"AAAA\"}"
            })
    void whatIsNoSignedDocumentIsRefused(String text) {
        document = text.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> look("1.0"))
                .isInstanceOf(UpdateException.class)
                .hasMessageContaining("not to be trusted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":\"1.2\",\"notes\":\"\",\"download\":\"http://example.org/get\"}",
                "{\"version\":\"1.2\",\"notes\":\"\",\"download\":\"file:///etc/passwd\"}",
                "{\"version\":\"newest\",\"notes\":\"\",\"download\":\"https://example.org\"}",
                "{\"version\":\"1.2\",\"download\":\"https://example.org\"}"
            })
    void aSignedTextThatLeadsNowhereSafeIsRefused(String release) throws Exception {
        publish(release, keys);
        assertThatThrownBy(() -> look("1.0")).hasMessageContaining("does not name a version");
    }

    @Test
    void aDocumentWithoutEndIsNotReadToItsEnd() throws Exception {
        publish(RELEASE.replace("Faster.", "x".repeat(100_000)), keys);
        assertThatThrownBy(() -> look("1.0")).hasMessageContaining("larger than any such document");
    }

    @Test
    void aServerThatHasNothingIsNamed() {
        status = 404;
        assertThatThrownBy(() -> look("1.0")).hasMessageContaining("cannot be read", "newest.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/newest.json", "file:///newest.json", "newest.json", ":"})
    void anAddressThatOthersCanWriteToIsNotAsked(String address) {
        assertThatThrownBy(() -> app.updates().check(new Source(address, source().key())))
                .isInstanceOf(UpdateException.class)
                .hasMessageContaining("https://");
    }

    @Test
    void aKeyThatIsNoneIsNamed() throws Exception {
        publish(RELEASE, keys);
        assertThatThrownBy(() -> app.updates().check(new Source(source().address(), "no key")))
                .hasMessageContaining("no Ed25519 key");
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.0, 1.1.9, true",
        "1.10, 1.9, true",
        "1.2, 1.2.0, false",
        "1.2.0.3, 1.2.0, true",
        "0.9, 1.0, false",
        "0.1, development, true",
        "1.0, 1.0-rc1, false"
    })
    void versionsAreComparedByTheirNumbers(String one, String other, boolean newer) {
        assertThat(Updates.isNewer(one, other)).isEqualTo(newer);
    }

    @Test
    @Timeout(60)
    void aDocumentThatStopsArrivingIsGivenUp() {
        var end = new CountDownLatch(1);
        server.removeContext("/");
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            TestApp.await(end);
            exchange.close();
        });
        var impatient = new Updates(app.settings(), "1.0.0", Duration.ofMillis(500));
        assertThatThrownBy(() -> impatient.check(source()))
                .isInstanceOf(UpdateException.class)
                .hasMessageContaining("cannot be read");
        end.countDown();
    }
}
