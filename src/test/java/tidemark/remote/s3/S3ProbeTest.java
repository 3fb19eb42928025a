package tidemark.remote.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.Test;
import tidemark.remote.Credentials;
import tidemark.remote.probe.Outcome;
import tidemark.remote.probe.Probe;
import tidemark.remote.probe.ProbeReport;
import tidemark.remote.probe.ProbeStep;
import tidemark.remote.probe.Verdict;
import tidemark.remote.s3.FaultProxy.Fault;

/// The probe against real servers, and against a connection that makes them worse.
final class S3ProbeTest {
    private static ProbeReport probe(S3Address address, Credentials keys) {
        try (var store = S3Store.open(address, "me", keys, Clock.systemUTC());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new Probe(Clock.systemUTC(), new Random(1), threads).run(store, _ -> {});
        }
    }

    private static S3Address through(FaultProxy proxy) {
        return S3Address.of("http://127.0.0.1:" + proxy.port(), S3Server.BUCKET);
    }

    @Test
    void anAtomicServerPassesEveryStep() throws Exception {
        try (var server = S3Server.atomic()) {
            var report = probe(server.address(), S3Server.KEYS);

            assertThat(report.refusal()).as(report.text()).isEmpty();
            assertThat(report.verdict()).contains(new Verdict.Atomic());
            assertThat(report.outcome(ProbeStep.CLOCK)).isInstanceOf(Outcome.Passed.class);
            assertThat(report.requests()).isLessThan(230);
            try (var store = server.open()) {
                assertThat(store.list("", Optional.empty(), 1)).isEmpty();
            }
        }
    }

    @Test
    void aServerThatDoesNotLockIsFoundOut() throws Exception {
        try (var server = S3Server.of(new UnlockedBlobStore(new TransientNio2BlobStore(), 8))) {
            var report = probe(server.address(), S3Server.KEYS);

            assertThat(report.verdict()).as(report.text()).containsInstanceOf(Verdict.ChecksButDoesNotLock.class);
            assertThat(report.refusal()).isEmpty();
        }
    }

    @Test
    void aServerThatIgnoresConditionsIsFoundOut() throws Exception {
        try (var server = S3Server.of(new HeedlessBlobStore(new TransientNio2BlobStore()))) {
            var report = probe(server.address(), S3Server.KEYS);

            assertThat(report.verdict()).as(report.text()).contains(new Verdict.IgnoresSilently());
            assertThat(report.refusal()).isEmpty();
        }
    }

    @Test
    void aServerThatRefusesConditionsIsFoundOut() throws Exception {
        try (var server = S3Server.atomic();
                var proxy = new FaultProxy(server.port())) {
            proxy.injectAlways("(?i)if-none-match", Fault.refusal(501, "NotImplemented"));
            var report = probe(through(proxy), S3Server.KEYS);

            assertThat(report.verdict()).as(report.text()).contains(new Verdict.Refuses());
            assertThat(report.refusal()).isEmpty();
            assertThat(report.outcome(ProbeStep.WRITE)).isInstanceOf(Outcome.Passed.class);
        }
    }

    @Test
    void keysWithoutThePermissionToListAreNamed() throws Exception {
        try (var server = S3Server.atomic();
                var proxy = new FaultProxy(server.port())) {
            proxy.injectAlways("list-type=2", Fault.refusal(403, "AccessDenied"));
            proxy.injectAlways("GET .*/missing", Fault.refusal(403, "AccessDenied"));
            var report = probe(through(proxy), S3Server.KEYS);

            assertThat(report.text()).contains("✗ May list").contains("s3:ListBucket");
            assertThat(report.outcome(ProbeStep.READ)).isInstanceOf(Outcome.Failed.class);
        }
    }

    @Test
    void wrongKeysAreNoPlaceThatCannotBeReached() throws Exception {
        try (var server = S3Server.atomic()) {
            var report = probe(server.address(), Credentials.of(S3Server.KEYS.name(), "wrong"));

            assertThat(report.outcome(ProbeStep.REACH)).isInstanceOf(Outcome.Passed.class);
            assertThat(report.outcome(ProbeStep.SIGN_IN)).isInstanceOf(Outcome.Failed.class);
            assertThat(report.refusal().orElseThrow().cause()).contains("secret key");
        }
    }
}
