package tidemark.remote.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.remote.probe.Outcome;
import tidemark.remote.probe.Probe;
import tidemark.remote.probe.ProbeStep;
import tidemark.remote.probe.Verdict;

/// The probe of WebDAV servers that people have.
@ServersWanted
final class RealServerProbeTest {
    private static final Logger LOG = LoggerFactory.getLogger(RealServerProbeTest.class);

    @ParameterizedTest
    @EnumSource
    void itIsFitByClaimsAndNothingIsLeft(RealServer.Kind kind) {
        try (var server = new RealServer(kind);
                var store = server.open("place", "me", new Random(2));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var report = new Probe(Clock.systemUTC(), new Random(1), threads).run(store, _ -> {});
            LOG.info("{}: {}", kind, report.text());
            assertThat(report.refusal()).as(report.text()).isEmpty();
            assertThat(report.verdict()).contains(new Verdict.ByClaims());
            assertThat(report.outcome(ProbeStep.NAMES)).as(report.text()).isInstanceOf(Outcome.Passed.class);
            assertThat(report.outcome(ProbeStep.CLEAN_UP)).isInstanceOf(Outcome.Passed.class);
        }
    }
}
