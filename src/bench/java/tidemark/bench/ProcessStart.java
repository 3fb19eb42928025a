package tidemark.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import tidemark.ui.StartToList;

/// The time from the start of the process until the list shows its first page, with the file in the system's cache.
final class ProcessStart implements Scenario {
    private static final int RUNS = 7;

    @Override
    public String name() {
        return "process start to list shown";
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.of("median", 1500, "ms"));
    }

    @Override
    public List<Measure> run(Stage stage) throws Exception {
        var folder = stage.scratch();
        stage.copyLibrary(folder.resolve("database.sqlite"));
        once(folder); // it leaves its classes for the others
        var times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            times[i] = once(folder);
        }
        Stage.delete(folder);
        var sorted =
                IntStream.range(0, RUNS).mapToDouble(i -> times[i]).sorted().toArray();
        return List.of(
                Measure.millis("median", sorted[RUNS / 2]),
                Measure.millis("fastest", sorted[0]),
                Measure.millis("slowest", sorted[RUNS - 1]));
    }

    /// What the child does after it has said the moment does not count.
    private static double once(Path folder) throws Exception {
        var begun = System.currentTimeMillis();
        var shown = new Child(StartToList.class).run(folder).get("shown");
        if (shown == null || !Files.exists(folder)) {
            throw new IllegalStateException("the list was never shown");
        }
        return shown - begun;
    }
}
