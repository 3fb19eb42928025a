package tidemark.bench;

import java.util.List;
import java.util.stream.Collectors;

/// The measures of a scenario with a library of one size.
record Figure(String scenario, int projects, List<Measure> measures, List<Goal> goals) {
    static Figure of(Scenario scenario, int projects, List<Measure> measures) {
        var goals = scenario.goals().stream()
                .filter(goal -> goal.concerns(projects))
                .toList();
        return new Figure(scenario.name(), projects, List.copyOf(measures), goals);
    }

    boolean isAsPromised() {
        return goals.stream().allMatch(goal -> goal.isMetBy(measures));
    }

    /// The line of the table.
    String markdown() {
        var promised = goals.isEmpty() ? "" : joined(goals) + (isAsPromised() ? " ✓" : " ✗");
        return "| %s | %,d | %s | %s |".formatted(scenario, projects, joined(measures), promised);
    }

    private static String joined(List<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(" · "));
    }
}
