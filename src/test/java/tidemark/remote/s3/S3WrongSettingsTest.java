package tidemark.remote.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.remote.Body;
import tidemark.remote.Credentials;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteException.Unavailable;

/// Settings that a real server refuses, and the ways to reach one.
final class S3WrongSettingsTest {
    private static final ObjectName NAME = new ObjectName("a/b");
    private static S3Server server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.atomic();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static S3Store open(S3Address address, Credentials credentials) {
        return S3Store.open(address, "me", credentials, Clock.systemUTC(), new Timeouts(Duration.ofSeconds(5)));
    }

    private static void fails(S3Address address, Credentials keys, Class<?> kind, String words) {
        try (var store = open(address, keys)) {
            assertThatThrownBy(() -> store.get(NAME, 10)).isInstanceOf(kind).hasMessageContaining(words);
        }
    }

    @Test
    void aKeyThatTheServerDoesNotKnow() {
        fails(server.address(), Credentials.of("AKIANOBODY", "x"), Denied.class, "does not know this access key");
    }

    @Test
    void aSecretThatDoesNotBelongToTheKey() {
        var keys = Credentials.of(S3Server.KEYS.name(), "wrong");
        fails(server.address(), keys, Denied.class, "secret key does not belong");
    }

    @Test
    void aBucketThatIsNotThere() {
        var address = S3Address.of(server.address().endpoint().toString(), "nowhere");
        fails(address, S3Server.KEYS, Denied.class, "There is no bucket nowhere");
    }

    @Test
    void aPortWhereNobodyAnswers() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        fails(S3Address.of("http://127.0.0.1:" + port, "library"), S3Server.KEYS, Unavailable.class, "Nobody answers");
    }

    @Test
    void aHostThatDoesNotExist() {
        var address = S3Address.of("http://nowhere.invalid", "library");
        fails(address, S3Server.KEYS, Unavailable.class, "No address is known for nowhere.invalid");
    }

    @Test
    void aServerThatDoesNotSpeakTls() {
        var address = S3Address.of("https://127.0.0.1:" + server.port(), "library");
        fails(address, S3Server.KEYS, Unavailable.class, "No secure connection");
    }

    @Test
    void aFileThatHoldsNoCertificates() throws Exception {
        var file = Files.writeString(folder.resolve("ca.pem"), "nothing of the kind");
        assertThatThrownBy(() -> open(server.address().withCertificates(file), S3Server.KEYS))
                .isInstanceOf(Denied.class)
                .hasMessageContaining("PEM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://key:secret@s3.example.net",
                "https://key@s3.example.net",
                "ftp://s3.example.net",
                "https://s3.example.net/bucket",
                "https://s3.example.net?x=1",
                "https://",
                "not a url"
            })
    void anEndpointThatIsNone(String endpoint) {
        assertThatThrownBy(() -> S3Address.of(endpoint, "library"))
                .isInstanceOf(Denied.class)
                .hasMessageNotContaining("key:secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "two words", "a/b", "-x-", ""})
    void aBucketThatIsNone(String bucket) {
        assertThatThrownBy(() -> S3Address.of("https://s3.example.net", bucket)).isInstanceOf(Denied.class);
    }

    @Test
    void aProxyWithCredentialsInItsUrlIsRefused() {
        assertThatThrownBy(() -> server.address().withProxy("http://ada:secret@proxy.example:3128"))
                .isInstanceOf(Denied.class);
    }

    @Test
    void severalPeopleAndPrefixesShareABucket() {
        try (var ada = S3Store.open(server.address(), "ada", S3Server.KEYS, Clock.systemUTC());
                var bob = S3Store.open(server.address(), "bob", S3Server.KEYS, Clock.systemUTC());
                var deep = S3Store.open(
                        server.address().withPrefix("/teams/ada/"), "ada", S3Server.KEYS, Clock.systemUTC())) {
            ada.put(NAME, Body.of("ada".getBytes(UTF_8)), Metadata.NONE);
            deep.put(NAME, Body.of("deep".getBytes(UTF_8)), Metadata.NONE);

            assertThat(bob.get(NAME, 10)).isEmpty();
            assertThat(bob.list("", Optional.empty(), 10)).isEmpty();
            assertThat(ada.list("", Optional.empty(), 10)).containsExactly(NAME);
            assertThat(deep.get(NAME, 10).orElseThrow().bytes()).asString().isEqualTo("deep");
            assertThat(deep.describe()).contains("teams/ada/ada/");
        }
    }

    @Test
    void aBucketInTheHostsNameIsReachedThroughAnHttpProxy() throws Exception {
        try (var hosts = S3Server.virtualHosts();
                var proxy = new FaultProxy(hosts.port())) {
            var address = S3Address.of("http://" + S3Server.DOMAIN, S3Server.BUCKET)
                    .withStyle(S3Address.Style.VIRTUAL_HOST)
                    .withProxy("http://127.0.0.1:" + proxy.port());
            try (var store = open(address, S3Server.KEYS)) {
                store.put(NAME, Body.of("x".getBytes(UTF_8)), Metadata.NONE);
                assertThat(store.get(NAME, 10)).isPresent();
            }
            assertThat(proxy.seen()).extracting(FaultProxy.Seen::path).containsOnly("/me/a/b");
        }
    }

    @Test
    void aSessionsTokenGoesWithEachRequest() throws Exception {
        try (var proxy = new FaultProxy(server.port())) {
            var address = S3Address.of("http://127.0.0.1:" + proxy.port(), S3Server.BUCKET);
            var keys = new Credentials(S3Server.KEYS.name(), S3Server.KEYS.secret(), Optional.of("the-token"));
            try (var store = open(address, keys)) {
                store.list("", Optional.empty(), 1);
            }
            assertThat(proxy.heads()).anyMatch(head -> head.contains("the-token"));
        }
    }
}
