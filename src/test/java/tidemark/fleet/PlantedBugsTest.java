package tidemark.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The planted defects, each found by the steps that found it first, while the program without it passes the same
/// steps.
///
/// `planted.txt` has them as `./mvnw -Psimulate -Dplanted=every` finds them: name, seed, steps.
final class PlantedBugsTest {
    /// A line of `planted.txt`.
    record Catch(String name, long seed, Set<Integer> steps) {
        static Catch of(String line) {
            var parts = line.split(" ", -1);
            var steps =
                    Arrays.stream(parts[2].split(",", -1)).map(Integer::valueOf).collect(Collectors.toSet());
            return new Catch(parts[0], Long.parseLong(parts[1]), steps);
        }

        Schedule schedule() {
            return Schedule.of(seed).only(steps::contains);
        }

        @Override
        public String toString() {
            return name + " by seed " + seed;
        }
    }

    @BeforeAll
    static void quiet() {
        Simulation.silenceEngineLog();
    }

    static List<Catch> catches() {
        try (var in = PlantedBugsTest.class.getResourceAsStream("planted.txt")) {
            if (in == null) {
                throw new AssertionError("no planted.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Catch::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("catches")
    void whatFoundADefectFindsItAgain(Catch caught) {
        var defect = Planted.named(caught.name());
        var result = SimulationRun.run(caught.schedule(), defect, new Templates(defect.statements()));
        assertThat(result.wrong()).as("what was found").isPresent();
    }

    @Test
    void withoutTheDefectsTheSameStepsGoWell() {
        var templates = new Templates(Defect.NONE.statements());
        for (var caught : catches()) {
            var result = SimulationRun.run(caught.schedule(), Defect.NONE, templates);
            assertThat(result.wrong()).as(caught.toString()).isEmpty();
        }
    }

    /// The few others need more schedules than fit here; the command looks for them.
    @Test
    void thirtyDefectsAndMoreAreFound() {
        assertThat(catches()).extracting(Catch::name).doesNotHaveDuplicates();
        assertThat(Planted.everything())
                .containsKeys(catches().stream().map(Catch::name).toArray(String[]::new));
        assertThat(catches()).hasSizeGreaterThanOrEqualTo(30);
    }
}
