package tidemark.remote.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteStore.Creation;
import tidemark.remote.s3.FaultProxy.Fault;

/// Requests over a bad connection, none of which is sent twice without the caller's knowledge.
final class S3FaultTest {
    private static final ObjectName NAME = new ObjectName("changes/000000000/001.json.gz");
    private static S3Server server;

    private FaultProxy proxy;
    private S3Store store;

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.atomic();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws Exception {
        proxy = new FaultProxy(server.port());
        var address = S3Address.of("http://127.0.0.1:" + proxy.port(), S3Server.BUCKET);
        var user = "user" + System.identityHashCode(this);
        store = S3Store.open(address, user, S3Server.KEYS, Clock.systemUTC(), new Timeouts(Duration.ofSeconds(2)));
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        proxy.close();
    }

    private static Body body(String text) {
        return Body.of(text.getBytes(UTF_8));
    }

    private Creation create(String text) {
        return store.create(NAME, body(text), Metadata.NONE);
    }

    private Optional<String> read() {
        return store.get(NAME, 1000).map(object -> new String(object.bytes(), UTF_8));
    }

    private static Fault answer(int status, String headers, String body) {
        return new Fault.Answers("HTTP/1.1 %d Said\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n%s"
                .formatted(status, headers, body.length(), body));
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 429, 500, 502, 503, 504})
    void aBusyServerIsUnavailableAndAskedOnce(int status) {
        proxy.injectNext(Fault.refusal(status, "Busy"));

        assertThatThrownBy(() -> create("mine")).isInstanceOf(Unavailable.class);
        assertThat(proxy.seen()).hasSize(1);
        proxy.injectNext(Fault.refusal(status, "Busy"));
        assertThatThrownBy(this::read).isInstanceOf(Unavailable.class);
        assertThat(proxy.seen()).hasSize(1);
    }

    @Test
    void aTakenNameIsAnOutcome() {
        assertThat(create("mine")).isEqualTo(Creation.CREATED);
        assertThat(create("yours")).isEqualTo(Creation.EXISTS);
        proxy.injectNext(Fault.refusal(412, "PreconditionFailed"));
        assertThat(create("theirs")).isEqualTo(Creation.EXISTS);
    }

    @Test
    void aServerThatCannotCreateSaysSoAndIsNotAskedAgain() {
        store.put(new ObjectName("a"), body("checksums are taken"), Metadata.NONE);
        proxy.seen();
        proxy.injectNext(Fault.refusal(501, "NotImplemented"));

        assertThatThrownBy(() -> create("mine")).isInstanceOf(Denied.class).hasMessageContaining("conditional writes");
        assertThat(proxy.seen()).hasSize(1);
    }

    @Test
    void theServersWishWhenToComeBackIsPassedOn() {
        proxy.injectNext(answer(503, "Retry-After: 17\r\n", ""));
        assertThat(retryAfter()).contains(Duration.ofSeconds(17));
        proxy.injectNext(answer(429, "Retry-After: 999999\r\n", ""));
        assertThat(retryAfter()).contains(Duration.ofHours(1));
        proxy.injectNext(answer(503, "Retry-After: Fri, 01 Jan 2100 00:00:00 GMT\r\n", ""));
        assertThat(retryAfter()).contains(Duration.ofHours(1));
        proxy.injectNext(answer(503, "Retry-After: soon\r\n", ""));
        assertThat(retryAfter()).isEmpty();
    }

    private Optional<Duration> retryAfter() {
        return catchThrowableOfType(Unavailable.class, this::read).retryAfter();
    }

    @Test
    void aConnectionThatBreaksBeforeTheRequestArrivesLeavesTheNameFree() {
        proxy.injectNext(new Fault.BreaksBefore());

        assertThatThrownBy(() -> create("mine")).isInstanceOf(Unavailable.class);
        assertThat(proxy.seen()).isEmpty();
        assertThat(read()).isEmpty();
    }

    @Test
    void aConnectionThatBreaksAfterwardsLeavesTheOutcomeToBeRead() {
        proxy.injectNext(new Fault.BreaksAfter());

        assertThatThrownBy(() -> create("mine")).isInstanceOf(Unavailable.class);
        assertThat(proxy.seen()).isEmpty();
        assertThat(read()).contains("mine");
    }

    @Test
    void silenceEndsInTime() {
        proxy.injectNext(new Fault.StaysSilent(false));
        assertThatThrownBy(this::read).isInstanceOf(Unavailable.class).hasMessageContaining("did not answer in time");
        proxy.injectNext(new Fault.StaysSilent(true));
        assertThatThrownBy(() -> create("mine")).isInstanceOf(Unavailable.class);
        assertThat(read()).contains("mine");
    }

    @Test
    void anAnswerThatIsCutOffIsNoShorterObject() {
        create("a text that is long enough to be cut");
        proxy.injectNext(new Fault.CutsOff());

        assertThatThrownBy(this::read).isInstanceOf(Unavailable.class);
        proxy.injectNext(new Fault.CutsOff());
        assertThatThrownBy(() -> store.list("", Optional.empty(), 10)).isInstanceOf(Unavailable.class);
        assertThat(read()).contains("a text that is long enough to be cut");
    }

    @Test
    void theLoginPageOfANetworkIsNoAnswerOfTheStorage() {
        var page = answer(200, "Content-Type: text/html; charset=utf-8\r\n", "<html>Welcome to our hotel</html>");
        for (var request : new Runnable[] {
            this::read,
            () -> create("mine"),
            () -> store.put(NAME, body("mine"), Metadata.NONE),
            () -> store.head(NAME),
            () -> store.list("", Optional.empty(), 10),
            () -> store.delete(NAME)
        }) {
            proxy.injectNext(page);
            assertThatThrownBy(request::run).isInstanceOf(Unavailable.class).hasMessageContaining("guest network");
        }
        assertThat(read()).isEmpty();
    }

    /// Each is told by what it is; none of them by another's words.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            302 | Location: http://login.example/sign/in?token=abc | sends on to http://login.example (status 302)
            301 | Location: https://127.0.0.1/x | Set the endpoint to https://127.0.0.1.
            307 | Location: http://127.0.0.1:81/ | sends on to http://127.0.0.1:81
            302 | X-Any: thing | sends on to no address
            404 | Content-Type: application/json | has nothing at this address (status 404)
            404 | X-Any: thing | has nothing at this address (status 404)
            511 | X-Any: thing | guest network
            503 | Content-Type: text/html | cannot do this now (status 503)
            """)
    void anAnswerThatNoStorageSendsIsToldByWhatItIs(int status, String header, String words) {
        proxy.injectNext(answer(status, header + "\r\n", "{}"));
        assertThatThrownBy(this::read)
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("token");
    }

    @Test
    void aBareRefusalWithTheMarksOfStorageSaysThatNothingIsThere() {
        proxy.injectNext(answer(404, "x-amz-request-id: 1\r\nContent-Type: text/html\r\n", ""));
        assertThat(read()).isEmpty();
    }

    @Test
    void aSuccessWithoutTheProofOfWhatWasStoredIsNone() {
        proxy.injectNext(answer(200, "", ""));

        assertThatThrownBy(() -> create("mine")).isInstanceOf(Unavailable.class).hasMessageContaining("no ETag");
        assertThat(read()).isEmpty();
    }

    @Test
    void aListingWithoutEndOrSenseIsNotRead() {
        proxy.injectNext(answer(200, "Content-Type: application/xml\r\n", "<a>".repeat(4 << 20)));
        assertThatThrownBy(() -> store.list("", Optional.empty(), 10)).isInstanceOf(Unavailable.class);
        proxy.injectNext(answer(200, "Content-Type: application/xml\r\n", "<ListBucketResult><oops"));
        assertThatThrownBy(() -> store.list("", Optional.empty(), 10)).isInstanceOf(Unavailable.class);
    }
}
