package tidemark.remote.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.remote.Body;
import tidemark.remote.Credentials;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.ServerHabits;

/// Faults of a server and of the connection to it, each reported for what it is.
final class WebDavFaultTest {
    private static final ObjectName NAME = new ObjectName("a/b");

    private final DavServer server = new DavServer();
    private final WebDavStore store = store(DavServer.PASSWORD, Duration.ofSeconds(20));

    private WebDavStore store(String password, Duration silence) {
        var timeouts = new DavClient.Timeouts(Duration.ofSeconds(20), silence);
        var credentials = Credentials.of(DavServer.USER, password);
        var random = new Random(4);
        var signIn = new SignIn(server.address(), credentials, random, ServerHabits.unknown());
        var client = new DavClient(server.address(), signIn, Clock.systemUTC(), timeouts);
        return WebDavStore.open(server.address(), "me", client, random);
    }

    @BeforeEach
    void somethingIsThere() {
        put("whole");
        server.forgetRequests();
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

    @ParameterizedTest
    @ValueSource(ints = {423, 429, 503, 502, 507})
    void aServerThatIsBusyIsAskedLaterAndWhenItWishes(int status) {
        server.inject(DavFault.once("PUT", status, Optional.of("40")));
        assertThatThrownBy(() -> put("new"))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.retryAfter()).hasValue(Duration.ofSeconds(40)));
        assertThat(text()).hasValue("whole");
        put("new");
        assertThat(text()).hasValue("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"86400", "999999999999", "Tue, 01 Jan 2999 00:00:00 GMT"})
    void noServerIsWaitedForLongerThanAnHour(String wish) {
        server.inject(DavFault.once("PUT", 503, Optional.of(wish)));
        assertThatThrownBy(() -> put("new"))
                .isInstanceOfSatisfying(
                        Unavailable.class, e -> assertThat(e.retryAfter()).hasValue(Duration.ofHours(1)));
    }

    @Test
    void theClockOfAServerIsKnownAfterAnAnswerWithoutADate() throws Exception {
        try (var silent = new DatelessServer()) {
            var address = WebDavAddress.of("http://127.0.0.1:" + silent.port());
            var timeouts = new DavClient.Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20));
            var keys = Credentials.of("dav", "secret");
            var signIn = new SignIn(address, keys, new Random(1), ServerHabits.unknown());
            try (var client = new DavClient(address, signIn, Clock.systemUTC(), timeouts)) {
                client.send(DavClient.Request.of("GET", address.url().resolve("/dated")))
                        .close();
                assertThat(client.clockDifference()).isPresent();
                var known = client.clockDifference();
                client.send(DavClient.Request.of("GET", address.url().resolve("/dateless")))
                        .close();
                assertThat(client.clockDifference()).isEqualTo(known);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"403, 403", "405, no WebDAV folder"})
    void aServerThatRefusesIsNotAskedAgain(int status, String word) {
        server.inject(DavFault.always("PUT", status));
        assertThatThrownBy(() -> put("new")).isInstanceOf(Denied.class).hasMessageContaining(word);
    }

    /// Apache refuses a file that is being replaced at that moment.
    @Test
    void aFileThatIsRefusedForAMomentIsReadAllTheSame() {
        server.inject(DavFault.once("GET", 403, Optional.empty()));
        assertThat(text()).hasValue("whole");
        server.inject(DavFault.once("HEAD", 403, Optional.empty()));
        assertThat(store.head(NAME)).isPresent();
    }

    @Test
    void aFileThatStaysRefusedIs() {
        server.inject(DavFault.always("GET", 403));
        assertThatThrownBy(this::text).isInstanceOf(Denied.class).hasMessageContaining("403");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aFullDiskIsSaidToBeFull() {
        server.inject(DavFault.once("PUT", 507, Optional.empty()));
        assertThatThrownBy(() -> put("new")).isInstanceOf(Unavailable.class).hasMessageContaining("full");
        assertThat(server.paths()).noneMatch(path -> path.contains("~"));
    }

    @Test
    void aWrongPasswordIsTriedOnceAndNotShownToAnybody() {
        try (var stranger = store("wrong-password", Duration.ofSeconds(20))) {
            assertThatThrownBy(() -> stranger.get(NAME, 100))
                    .isInstanceOf(Denied.class)
                    .hasMessageContaining("password")
                    .hasMessageNotContaining("wrong-password");
        }
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PROPFIND"})
    void theSignInPageOfANetworkIsNoAnswer(String method) {
        server.inject(exchange -> {
            if (!exchange.getRequestMethod().equals(method)) {
                return false;
            }
            exchange.getRequestBody().readAllBytes();
            DavServer.reply(exchange, 200, "text/html; charset=utf-8", "<html>Welcome to our hotel</html>");
            return true;
        });
        assertThatThrownBy(() -> ask(method)).isInstanceOf(Unavailable.class).hasMessageContaining("web page");
    }

    private void ask(String method) {
        switch (method) {
            case "GET" -> text();
            case "PUT" -> put("new");
            default -> store.list("", Optional.empty(), 10);
        }
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed() {
        server.inject(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://login.example/");
            DavServer.answer(exchange, 302);
            return true;
        });
        assertThatThrownBy(this::text).isInstanceOf(Unavailable.class).hasMessageContaining("login.example");
    }

    @Test
    void aRedirectOnTheSameHostIs() {
        server.inject(exchange -> {
            var path = exchange.getRequestURI().getRawPath();
            if (path.contains("/real/")) {
                DavServer.reply(exchange, 200, "text/plain", "moved");
            } else {
                exchange.getResponseHeaders().add("Location", "/real" + path);
                DavServer.answer(exchange, 307);
            }
            return true;
        });
        assertThat(text()).hasValue("moved");
    }

    @Test
    void anAnswerThatBreaksOffIsNoObject() {
        server.inject(exchange -> brokenOff(exchange, 100));
        assertThatThrownBy(this::text).isInstanceOf(Unavailable.class);
    }

    private static boolean brokenOff(HttpExchange exchange, int announced) throws IOException {
        exchange.sendResponseHeaders(200, announced);
        exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        return true;
    }

    @Test
    void aListingThatEndsInAnErrorIsAskedForAgain() {
        var left = new AtomicInteger(1);
        server.inject(exchange -> {
            if (!exchange.getRequestMethod().equals("PROPFIND") || left.getAndDecrement() <= 0) {
                return false;
            }
            exchange.getRequestBody().readAllBytes();
            DavServer.reply(exchange, 207, "text/xml", "<multistatus xmlns=\"DAV:\"></multistatus>Not Found");
            return true;
        });
        assertThat(store.list("a/", Optional.empty(), 10)).containsExactly(NAME);
    }

    @Test
    void aListingThatBreaksOffIsNoListing() {
        server.inject(exchange -> {
            DavServer.reply(exchange, 207, "application/xml", "<multistatus xmlns=\"DAV:\"><response><href>/x");
            return true;
        });
        assertThatThrownBy(() -> store.list("", Optional.empty(), 10)).isInstanceOf(RemoteException.class);
    }

    @Test
    void aServerThatFallsSilentIsGivenUp() {
        var end = new CountDownLatch(1);
        server.inject(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await(end);
            return true;
        });
        isGivenUp("nothing arrived");
        end.countDown();
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        var end = new CountDownLatch(1);
        server.inject(_ -> {
            await(end);
            return true;
        });
        isGivenUp("in time");
        end.countDown();
    }

    private void isGivenUp(String word) {
        try (var impatient = store(DavServer.PASSWORD, Duration.ofMillis(100))) {
            assertThatThrownBy(() -> impatient.get(NAME, 1000))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining(word);
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aServerThatIsGoneIsUnavailable() {
        server.close();
        assertThatThrownBy(this::text).isInstanceOf(Unavailable.class).hasMessageContaining("connections");
    }

    @Test
    void aFolderThatWasRemovedOnTheServerIsMadeAgain() {
        store.add(new ObjectName("claims/1/a"), Body.of(new byte[3]));
        store.deleteFolder(new ObjectName("claims"));
        store.add(new ObjectName("claims/1/b"), Body.of(new byte[3]));
        assertThat(store.list("claims/", Optional.empty(), 9)).containsExactly(new ObjectName("claims/1/b"));
    }

    @Test
    void whatIsAddedToAKnownFolderIsOneRequest() {
        store.add(new ObjectName("claims/1/a"), Body.of(new byte[3]));
        server.forgetRequests();
        store.add(new ObjectName("claims/1/b"), Body.of(new byte[3]));
        assertThat(server.requests()).singleElement().asString().startsWith("PUT ");
    }
}
