package tidemark.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A sample of the operations of every scenario; `./mvnw -Psimulate -Dsweep=all` makes each of them fail.
final class SweepTest {
    private static final int STRIDE = 307;

    @Test
    void whateverOperationFailsEverythingComesRightAfterwards() {
        Simulation.silenceEngineLog();
        var scenarios = Scenarios.all();
        var templates = new Templates(Defect.NONE.statements());
        long points = 0;
        for (int i = 0; i < scenarios.size(); i++) {
            points += new Sweep(scenarios.get(i), templates).sweepSome(i % STRIDE, STRIDE);
        }
        assertThat(scenarios).hasSizeGreaterThanOrEqualTo(50);
        assertThat(points).as("operations that failed").isGreaterThan(12);
    }
}
