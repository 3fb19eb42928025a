package tidemark.bench;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// One JMH benchmark, named by its method; it has the parameter `projects`.
final class Timing implements Scenario {
    private final Method method;

    private Timing(Method method) {
        this.method = method;
    }

    /// All benchmarks of a class, by name.
    static List<Scenario> allOf(Class<?> benchmarks) {
        return Stream.of(benchmarks.getMethods())
                .filter(method -> method.isAnnotationPresent(Benchmark.class))
                .sorted(java.util.Comparator.comparing(Method::getName))
                .<Scenario>map(Timing::new)
                .toList();
    }

    @Override
    public String name() {
        return method.getName().replaceAll("([A-Z]|\\d+)", " $1").toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Measure> run(Stage stage) throws RunnerException {
        var options = new OptionsBuilder()
                .include("^\\Q" + method.getDeclaringClass().getName() + "." + method.getName() + "\\E$")
                .param("projects", Integer.toString(stage.projects()))
                .jvmArgsAppend("--sun-misc-unsafe-memory-access=allow")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        return new Runner(options).run().stream().flatMap(Timing::measures).toList();
    }

    private static Stream<Measure> measures(RunResult result) {
        var primary = result.getPrimaryResult();
        var statistics = primary.getStatistics();
        return Stream.of(Measure.millis("time", primary.getScore()), Measure.millis("slowest", statistics.getMax()));
    }
}
