package tidemark.fleet;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// The simulation as a command: any number of schedules, or one of them again, step by step.
final class Simulate {
    private Simulate() {}

    /// Reads `seeds`, `from`, `threads` (0 for all cores), `failures`, `only` (a kind of step); or `seed` and `steps`
    /// for one schedule. Ends with 1 when something does not hold.
    public static void main(String[] arguments) {
        Simulation.silenceEngineLog();
        if (!isAllWell(System.out)) {
            System.exit(1);
        }
    }

    private static boolean isAllWell(PrintStream out) {
        if (System.getProperty("planted", "").equals("every")) {
            PlantedSearch.printAll(out);
            return true;
        }
        if (System.getProperty("sweep", "").equals("all")) {
            return sweep(out);
        }
        var planted = Planted.named(System.getProperty("planted", ""));
        var seed = System.getProperty("seed", "");
        return seed.isEmpty() ? run(planted, out) : replay(Long.parseLong(seed), planted, out);
    }

    private static boolean run(Defect planted, PrintStream out) {
        var wanted = Integer.getInteger("threads", 0);
        var threads = wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
        var simulation = new Simulation(planted, Integer.getInteger("failures", 5));
        var only = System.getProperty("only", "");
        var report = (only.isEmpty() ? simulation : simulation.only(Step.Kind.valueOf(only)))
                .run(Long.getLong("from", 0), Long.getLong("seeds", 1000), threads);
        print(report, out);
        if (!report.failures().isEmpty()) {
            new Shrinking(planted, out).shrink(report.failures().getFirst().seed());
        }
        return report.failures().isEmpty();
    }

    private static void print(Simulation.Report report, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%d schedules in %.1f s: %.1f a second, %d failed%n",
                report.schedules(),
                report.seconds(),
                report.perSecond(),
                report.failures().size());
        for (var fault : Fault.values()) {
            out.printf("%10d %s%n", report.faultCounts().of(fault), fault);
        }
        for (var failure : report.failures()) {
            out.println("Seed " + failure.seed() + ": " + failure.why());
            out.println("  ./mvnw -Psimulate -Dseed=" + failure.seed());
        }
    }

    private static boolean sweep(PrintStream out) {
        var templates = new Templates(Defect.NONE.statements());
        long points = 0;
        var isAllWell = true;
        for (var scenario : Scenarios.all()) {
            try {
                var passed = new Sweep(scenario, templates).sweepAll();
                points += passed;
                out.printf("%6d operations failed and came right in %s%n", passed, scenario);
            } catch (Violation e) {
                out.println("WRONG: " + e.getMessage());
                isAllWell = false;
            }
        }
        out.println(points + " operations in " + Scenarios.all().size() + " scenarios");
        return isAllWell;
    }

    private static boolean replay(long seed, Defect planted, PrintStream out) {
        var schedule = Schedule.of(seed);
        var steps = System.getProperty("steps", "");
        var wanted = steps.isEmpty()
                ? Set.<Integer>of()
                : Arrays.stream(steps.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
        var some = wanted.isEmpty() ? schedule : schedule.only(wanted::contains);
        out.println(some.members() + " members, " + some.place() + ", " + some.programs());
        var result = SimulationRun.run(some, planted, new Templates(planted.statements()));
        result.trace().forEach(out::println);
        result.wrong().ifPresent(wrong -> {
            out.println("WRONG: " + wrong);
            wrong.printStackTrace(out);
        });
        if (result.wrong().isPresent() && wanted.isEmpty()) {
            new Shrinking(planted, out).shrink(seed);
        }
        return result.wrong().isEmpty();
    }
}
