package tidemark.remote.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Random;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidemark.remote.ServerHabit;
import tidemark.remote.ServerHabits;
import tidemark.remote.probe.Outcome;
import tidemark.remote.probe.Probe;
import tidemark.remote.probe.ProbeReport;
import tidemark.remote.probe.ProbeStep;
import tidemark.remote.probe.Verdict;
import tidemark.remote.s3.S3Double.Habit;

/// The probe on storage with odd habits: whatever a sync would stumble over is found out at set-up.
final class OddProbeTest {
    private static ProbeReport probe(S3Double server) {
        try (var store = server.open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new Probe(Clock.systemUTC(), new Random(1), threads).run(store, _ -> {});
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CHANGES_LINE_ENDS, changes line ends",
        "WRITES_ODD_TIMES, it writes times in a form that S3 does not have"
    })
    void whatASyncWouldStumbleOverIsFoundOut(Habit habit, String words) {
        try (var server = new S3Double(habit)) {
            var report = probe(server);
            assertThat(report.outcome(ProbeStep.READ)).as(report.text()).isNotInstanceOf(Outcome.Passed.class);
            assertThat(report.refusal().orElseThrow().cause()).contains(words);
        }
    }

    @ParameterizedTest
    @CsvSource({"KNOWS_NO_HEAD", "REFUSES_CHECKSUMS", "PACKS_UNASKED", "LABELS_AS_HTML"})
    void whatASyncGetsAlongWithIsNoRefusal(Habit habit) {
        try (var server = new S3Double(habit)) {
            var report = probe(server);
            assertThat(report.refusal()).as(report.text()).isEmpty();
            assertThat(report.verdict()).contains(new Verdict.Atomic());
            assertThat(report.isUnversioned()).isTrue();
        }
    }

    @Test
    void storageThatRefusesConditionsAndChecksumsIsFitByClaims() {
        try (var server = new S3Double(Habit.REFUSES_CONDITIONS, Habit.REFUSES_CHECKSUMS, Habit.KEEPS_VERSIONS)) {
            var report = probe(server);
            assertThat(report.refusal()).as(report.text()).isEmpty();
            assertThat(report.verdict()).contains(new Verdict.Refuses());
            assertThat(report.isUnversioned()).isFalse();
        }
    }

    @Test
    void thePlaceOfABucketsNameIsFoundOut() {
        try (var server = new S3Double(Habit.WANTS_VIRTUAL_HOSTS);
                var plain = new S3Double()) {
            assertThat(wantsVirtualHosts(server)).isTrue();
            assertThat(wantsVirtualHosts(plain)).isFalse();
        }
    }

    private static boolean wantsVirtualHosts(S3Double server) {
        var habits = ServerHabits.unknown();
        StyleTrial.run(server.named(), S3Double.KEYS, Clock.systemUTC(), habits);
        return habits.has(ServerHabit.WANTS_VIRTUAL_HOSTS);
    }
}
