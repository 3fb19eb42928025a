package tidemark.bench;

import java.util.List;

/// The upper bound of a measure.
///
/// @param what the name of the measure
/// @param leastProjects the goal holds for libraries of at least this size
public record Goal(String what, double most, String unit, int leastProjects) {
    /// A goal for libraries of any size.
    public static Goal of(String what, double most, String unit) {
        return new Goal(what, most, unit, 0);
    }

    boolean concerns(int projects) {
        return projects >= leastProjects;
    }

    boolean isMetBy(List<Measure> measures) {
        return measures.stream()
                .filter(measure -> measure.what().equals(what))
                .allMatch(measure -> measure.value() <= most);
    }

    @Override
    public String toString() {
        return what + " ≤" + new Measure("", most, unit);
    }
}
