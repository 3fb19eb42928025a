package tidemark.bench;

import java.util.List;

/// A scenario of the benchmark.
public interface Scenario {
    /// The unique name, in words.
    String name();

    /// Runs it with a library of one size.
    List<Measure> run(Stage stage) throws Exception;

    /// The goals of its measures, if any were promised.
    default List<Goal> goals() {
        return List.of();
    }
}
