package tidemark.remote.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tidemark.remote.Credentials;
import tidemark.remote.SelfSigned;
import tidemark.remote.probe.Outcome;
import tidemark.remote.probe.Probe;
import tidemark.remote.probe.ProbeReport;
import tidemark.remote.probe.ProbeStep;
import tidemark.remote.probe.Verdict;

/// The probe of WebDAV servers.
final class WebDavProbeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DavServer server = new DavServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private ProbeReport probe(Clock clock) {
        var keys = Credentials.of(DavServer.USER, DavServer.PASSWORD);
        try (var store = WebDavStore.open(server.address(), "me", keys, clock, new Random(2));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new Probe(Clock.systemUTC(), new Random(1), threads).run(store, _ -> {});
        }
    }

    @Test
    void aGoodServerPassesEveryStepThatClaimsNeedAndIsLeftEmpty() {
        var report = probe(Clock.systemUTC());
        assertThat(report.refusal()).as(report.text()).isEmpty();
        assertThat(report.verdict()).contains(new Verdict.ByClaims());
        for (var step : new ProbeStep[] {
            ProbeStep.LISTED_AT_ONCE, ProbeStep.READ_WHOLE, ProbeStep.NAMES, ProbeStep.CLOCK, ProbeStep.CLEAN_UP
        }) {
            assertThat(report.outcome(step)).as(report.text()).isInstanceOf(Outcome.Passed.class);
        }
        assertThat(server.paths()).noneMatch(path -> path.matches(".*/probe/.+"));
    }

    @ParameterizedTest
    @CsvSource({
        "two%20words, spaces",
        "5%2541, percent signs",
        "Gr%C3%B6%C3%9Fe-%E6%97%A5%E6%9C%AC, letters of all languages",
        "CASE, upper and lower case"
    })
    void namesThatAServerDoesNotKeepAreToldAndNeedNoRefusal(String name, String words) {
        server.inject(exchange -> isRefused(exchange, name));
        var report = probe(Clock.systemUTC());
        assertThat(report.outcome(ProbeStep.NAMES))
                .isEqualTo(new Outcome.Lacking("All that a library uses are kept. Not kept: " + words + "."));
        assertThat(report.refusal()).isEmpty();
    }

    /// The forms in which proxies and disks give paths back.
    static Stream<UnaryOperator<String>> forms() {
        return Stream.of(
                path -> path.replaceFirst("^/dav", ""),
                path -> path.replaceFirst("^/dav/My things", ""),
                path -> path.replaceFirst("^/dav/My things/me", ""),
                path -> path.replace("/dav/My things/me", "/DAV/my things/ME"),
                path -> path.replace("/", "//"),
                path -> "/srv" + path,
                path -> "http://backend:81" + path);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aServerIsFitThatNamesPathsInAnotherForm(UnaryOperator<String> form) {
        server.listAs(form);
        var report = probe(Clock.systemUTC());
        assertThat(report.refusal()).as(report.text()).isEmpty();
        assertThat(report.outcome(ProbeStep.NAMES)).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void namesThatComeBackInOtherLettersAreSaid() {
        server.listAs(path -> path.replace("listed-", "LISTED-"));
        assertThat(probe(Clock.systemUTC()).text())
                .containsPattern("names \\S+/LISTED-1 where \\S+/listed-1 was written");
    }

    @Test
    void aServerThatRefusesLongNamesIsNotFit() {
        server.inject(exchange -> isRefused(exchange, "n".repeat(128)));
        var report = probe(Clock.systemUTC());
        assertThat(report.outcome(ProbeStep.NAMES)).isInstanceOf(Outcome.Failed.class);
        assertThat(report.refusal().orElseThrow().cause()).contains("long names");
    }

    private static boolean isRefused(HttpExchange exchange, String name) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        var isMeant = exchange.getRequestMethod().equals("PUT") && path.endsWith("/" + name);
        if (isMeant) {
            DavServer.answer(exchange, 400);
        }
        return isMeant;
    }

    @Test
    void aClockThatIsAnHourOffIsTold() {
        var report = probe(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)));
        assertThat(report.outcome(ProbeStep.CLOCK)).isInstanceOf(Outcome.Failed.class);
        assertThat(report.text()).contains("behind the server's");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsShownAndAccepted(@TempDir Path folder) throws Exception {
        try (var secure = new DavServer(new SelfSigned(folder))) {
            var shown = ShownCertificate.unknown(secure.address(), PATIENCE).orElseThrow();
            var trusting = secure.address().trusting(shown);
            assertThat(ShownCertificate.unknown(trusting, PATIENCE)).isEmpty();
            var other = new Fingerprint("ab".repeat(32));
            assertThat(ShownCertificate.unknown(secure.address().trusting(other), PATIENCE))
                    .contains(shown);
            assertThat(ShownCertificate.unknown(server.address(), PATIENCE)).isEmpty();
            var keys = Credentials.of(DavServer.USER, DavServer.PASSWORD);
            try (var store = WebDavStore.open(trusting, "me", keys, Clock.systemUTC(), new Random(2))) {
                assertThat(store.head(new tidemark.remote.ObjectName("library.json")))
                        .isEmpty();
            }
        }
    }
}
