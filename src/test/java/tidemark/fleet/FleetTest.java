package tidemark.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two hundred schedules, without and with near-equal edits, odd rows and bulks, and the reliability of the simulation
/// itself.
///
/// `./mvnw -Psimulate -Dseeds=100000` runs as many as wanted.
final class FleetTest {
    /// The seeds: from 3000 on they have all kinds of workload, and in the second range an upload is resumed.
    private static final List<Range> RANGES = List.of(new Range(3300, 100), new Range(3700, 100));

    private record Range(long first, long schedules) {}

    @Test
    void whateverGoesWrongAllDevicesEndWithTheSameAndNothingIsLost() {
        var reports = RANGES.stream()
                .map(range -> new Simulation(Defect.NONE, 3).run(range.first(), range.schedules(), 2))
                .toList();
        assertThat(reports)
                .as("each again by ./mvnw -Psimulate -Dseed=…")
                .flatExtracting(Simulation.Report::failures)
                .isEmpty();
        assertThat(reports)
                .extracting(Simulation.Report::schedules)
                .isEqualTo(RANGES.stream().map(Range::schedules).toList());
        assertThat(Arrays.stream(Fault.values())
                        .filter(fault -> reports.stream()
                                .allMatch(report -> report.faultCounts().of(fault) == 0)))
                .as("kinds of faults that never struck")
                .isEmpty();
    }

    /// What one device wrote and another replaced was in the log only below a fork, read late; a content was sent to a
    /// remote that another had replaced when its device joined.
    @ParameterizedTest
    @ValueSource(longs = {8345, 203881})
    void whatFailedOnceGoesWell(long seed) {
        Simulation.silenceEngineLog();
        var result = SimulationRun.run(Schedule.of(seed), Defect.NONE, new Templates(List.of()));
        assertThat(result.wrong()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7, 11, 3013, 3017, 3019, 3023, 3029})
    void aSeedRunTwiceGivesTheSameTrace(long seed) {
        assertThat(trace(seed)).isEqualTo(trace(seed)).hasSizeGreaterThan(10);
    }

    private static List<String> trace(long seed) {
        Simulation.silenceEngineLog();
        return SimulationRun.run(Schedule.of(seed), Defect.NONE, new Templates(List.of()))
                .trace();
    }
}
