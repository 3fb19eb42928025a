package tidemark.fleet;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A search for the first schedule that finds a planted defect, and for the fewest of its steps that do.
final class PlantedSearch {
    /// The number of schedules within which each defect is to be found.
    private static final long MAX_SCHEDULES = Long.getLong("most", 10_000);

    private final Defect defect;
    private final Templates templates;

    PlantedSearch(Defect defect) {
        this.defect = defect;
        this.templates = new Templates(defect.statements());
    }

    /// The first seed, from `from` on, whose schedule fails.
    Optional<Long> first() {
        Simulation.silenceEngineLog();
        var from = Long.getLong("from", 0);
        for (long seed = from; seed < from + MAX_SCHEDULES; seed++) {
            if (wrong(Schedule.of(seed)).isPresent()) {
                return Optional.of(seed);
            }
        }
        return Optional.empty();
    }

    private Optional<Throwable> wrong(Schedule schedule) {
        return SimulationRun.run(schedule, defect, templates).wrong();
    }

    /// Prints for each defect what found it, in the form of `planted.txt`.
    static void printAll(PrintStream out) {
        Planted.everything().forEach((name, defect) -> {
            if (!System.getProperty("names", name).contains(name)) {
                return;
            }
            var search = new PlantedSearch(defect);
            var seed = search.first();
            out.println(
                    name + " " + seed.map(search::found).orElse("was not found in " + MAX_SCHEDULES + " schedules"));
        });
    }

    private String found(long seed) {
        var schedule = Schedule.of(seed);
        var steps = new Shrinking(defect, System.out).shortest(schedule);
        var why = wrong(schedule.only(new HashSet<>(steps)::contains));
        var numbers = steps.stream().map(String::valueOf).collect(Collectors.joining(","));
        return String.format(
                Locale.ROOT,
                "%d %s   # %s",
                seed,
                numbers,
                why.map(String::valueOf).orElse(""));
    }
}
