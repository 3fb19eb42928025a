package tidemark.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tidemark.ui.Floor;
import tidemark.ui.StartToList;

/// The time from the start of the process until the list shows its first page, with the file in the system's cache;
/// beside it, in turns, the least that a window with a table takes.
final class ProcessStart implements Scenario {
    private static final int RUNS = 7;
    private static final double KILO = 1024;

    @Override
    public String name() {
        return "process start to list shown";
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.of("median", 1500, "ms"), Goal.of("of the floor", 1.3, ""), Goal.of("resident", 250, "MB"));
    }

    @Override
    public List<Measure> run(Stage stage) throws Exception {
        var folder = stage.scratch();
        stage.copyLibrary(folder.resolve("database.sqlite"));
        var floor = new Runs(new Child(Floor.class, Child.Start.CACHE));
        var cached = new Runs(new Child(StartToList.class, Child.Start.CACHE));
        var plain = new Runs(new Child(StartToList.class, Child.Start.NOTHING));
        var runs = List.of(floor, cached, plain);
        for (var each : runs) {
            each.once(folder); // it leaves its cache for the others
        }
        for (int i = 0; i < RUNS; i++) {
            for (var each : runs) {
                each.keep(i, folder);
            }
        }
        Stage.delete(folder);
        return List.of(
                Measure.millis("median", cached.median(cached.times)),
                Measure.millis("fastest", Arrays.stream(cached.times).min().orElseThrow()),
                Measure.millis("without cache", plain.median(plain.times)),
                Measure.millis("floor", floor.median(floor.times)),
                new Measure("of the floor", cached.median(cached.times) / floor.median(floor.times), ""),
                new Measure("resident", cached.median(cached.memory) / KILO, "MB"),
                new Measure("resident floor", floor.median(floor.memory) / KILO, "MB"));
    }

    /// The results of one child process.
    private static final class Runs {
        private final Child child;
        private final double[] times = new double[RUNS];
        private final double[] memory = new double[RUNS];

        Runs(Child child) {
            this.child = child;
        }

        /// Runs the child once; what it does after it printed its numbers does not count.
        Map<String, Double> once(Path folder) throws Exception {
            var told = child.run(folder);
            if (!told.containsKey("shown")) {
                throw new IllegalStateException("the list was never shown");
            }
            return told;
        }

        void keep(int run, Path folder) throws Exception {
            var begun = System.currentTimeMillis();
            var told = once(folder);
            times[run] = told.getOrDefault("shown", 0.0) - begun;
            memory[run] = told.getOrDefault("resident", 0.0);
        }

        private double median(double[] values) {
            return Arrays.stream(values).sorted().skip(RUNS / 2).findFirst().orElseThrow();
        }
    }
}
