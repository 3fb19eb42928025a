package tidemark.bench;

import java.util.List;

/// Something that is measured.
public interface Scenario {
    /// What it measures, in words; unique.
    String name();

    /// Measures it with a library of one size.
    List<Measure> run(Stage stage) throws Exception;

    /// What a measure should stay under, if that was ever promised.
    default List<Goal> goals() {
        return List.of();
    }
}
