package tidemark.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tidemark.sync.Exchanges;
import tidemark.sync.SyncTimings;

/// The benchmark as a program.
///
/// Its arguments are system properties: `projects`, the sizes of the libraries; `only`, words separated by commas, one
/// of which a scenario's name must contain; `folder`, where libraries and results are kept.
final class Bench {
    private Bench() {}

    /// Every scenario, in the order in which they run.
    private static List<Scenario> scenarios() {
        return Stream.of(
                        Exchanges.all(),
                        Timing.allOf(LibraryTimings.class),
                        Timing.allOf(SyncTimings.class),
                        Timing.allOf(MergeTimings.class),
                        List.of(
                                new ProcessStart(),
                                new WindowUnderPull(),
                                new WindowUnderWrite(),
                                new WindowUnderFiles()))
                .<Scenario>flatMap(List::stream)
                .toList();
    }

    /// Runs the scenarios that are asked for and prints the table.
    public static void main(String[] args) throws Exception {
        var folder = Path.of(System.getProperty("folder", "target/bench"));
        Stage.delete(folder.resolve("jars")); // of another build, as are the caches that know them
        for (var cache : List.of("Floor.cache", "StartToList.cache", "StartToList.archive")) {
            Files.deleteIfExists(folder.resolve(cache));
        }
        var report = new Report(folder, Instant.now());
        var wanted = scenarios().stream()
                .filter(only(System.getProperty("only", "")))
                .toList();
        for (var projects : words(System.getProperty("projects", "1000"))) {
            var stage = Stage.of(folder, Integer.parseInt(projects));
            for (var scenario : wanted) {
                System.err.println("… " + scenario.name() + ", " + projects + " projects");
                report.add(Figure.of(scenario, stage.projects(), scenario.run(stage)));
            }
        }
        System.out.println(report.markdown());
    }

    private static Predicate<Scenario> only(String words) {
        var any = words(words.toLowerCase(Locale.ROOT));
        return scenario -> any.isEmpty()
                || any.stream()
                        .anyMatch(
                                word -> scenario.name().toLowerCase(Locale.ROOT).contains(word));
    }

    private static List<String> words(String list) {
        return Pattern.compile(",")
                .splitAsStream(list)
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
