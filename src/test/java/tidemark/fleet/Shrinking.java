package tidemark.fleet;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Delta debugging of a failing schedule: steps are left out, first many at once, then one by one, as long as it still
/// fails (ddmin: Zeller, Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002).
final class Shrinking {
    private final Defect planted;
    private final Templates templates;
    private final PrintStream out;

    Shrinking(Defect planted, PrintStream out) {
        this.planted = planted;
        this.templates = new Templates(planted.statements());
        this.out = out;
    }

    /// Prints the steps that are left, and the command that runs them.
    void shrink(long seed) {
        var schedule = Schedule.of(seed);
        var steps = shortest(schedule);
        var some = schedule.only(new HashSet<>(steps)::contains);
        var result = SimulationRun.run(some, planted, templates);
        out.println("Seed " + seed + " in " + steps.size() + " of "
                + schedule.steps().size() + " steps, with " + some.members() + " members on a " + some.place() + ":");
        result.trace().forEach(line -> out.println("  " + line));
        result.wrong().ifPresent(wrong -> out.println("  " + wrong));
        out.println("./mvnw -Psimulate -Dseed=" + seed + " -Dsteps="
                + steps.stream().map(String::valueOf).collect(Collectors.joining(","))
                + (planted.equals(Defect.NONE) ? "" : " -Dplanted=" + Planted.nameOf(planted)));
    }

    /// The numbers of the steps that are left.
    List<Integer> shortest(Schedule schedule) {
        var steps = schedule.steps().stream().map(Step::number).toList();
        for (int chunk = Math.max(1, steps.size() / 2); ; ) {
            var shorter = without(schedule, steps, chunk);
            if (shorter.size() < steps.size()) {
                steps = shorter;
            } else if (chunk == 1) {
                return steps;
            }
            chunk = Math.max(1, Math.min(chunk / 2, steps.size() / 2));
        }
    }

    /// Leaves out every chunk of this length without which it still fails.
    private List<Integer> without(Schedule schedule, List<Integer> steps, int chunk) {
        var left = steps;
        for (int at = steps.size() - chunk; at > -chunk; at -= chunk) {
            var shorter = new ArrayList<>(left);
            shorter.subList(Math.max(0, at), Math.min(shorter.size(), at + chunk))
                    .clear();
            if (shorter.size() < left.size() && fails(schedule, shorter)) {
                left = shorter;
            }
        }
        return left;
    }

    private boolean fails(Schedule schedule, List<Integer> steps) {
        var some = schedule.only(new HashSet<>(steps)::contains);
        return SimulationRun.run(some, planted, templates).wrong().isPresent();
    }
}
