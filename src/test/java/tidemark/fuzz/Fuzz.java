package tidemark.fuzz;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tidemark.remote.s3.S3Targets;
import tidemark.remote.webdav.WebDavTargets;
import tidemark.sync.SyncTargets;

/// A fuzzer that feeds each reader mutated samples, in a process of its own with little memory: `Fuzz <inputs> <seed>
/// [target]`.
///
/// It ends with 1 and the input in a file when a reader throws what it should not, changes a library although it
/// refused the input, or works on a mutated sample for more than a second; with 3 when one never ends.
public final class Fuzz {
    private static final Duration LONGEST = Duration.ofSeconds(1);

    /// The time limit for inputs made to harm: they are as large as is accepted, and may take as long as a real batch
    /// of that size.
    private static final Duration LONGEST_OF_ALL = Duration.ofSeconds(5);

    private static final Duration NEVER = Duration.ofMinutes(2);

    private final PrintStream out;
    private final long seed;
    private volatile long began = System.nanoTime();

    private Fuzz(PrintStream out, long seed) {
        this.out = out;
        this.seed = seed;
    }

    /// Runs the fuzzer.
    ///
    /// @param arguments as the class says
    public static void main(String[] arguments) throws Exception {
        var inputs = Integer.parseInt(arguments[0]);
        var fuzz = new Fuzz(System.out, Long.parseLong(arguments[1]));
        var only = Stream.of(arguments).skip(2).findFirst();
        var folder = Files.createTempDirectory("tidemark-fuzz");
        var watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        var _ = watch.scheduleAtFixedRate(fuzz::watch, 1, 1, TimeUnit.SECONDS);
        var sound = true;
        for (var target : targets(folder)) {
            try (target) {
                if (only.isEmpty() || only.get().equals(target.name())) {
                    sound &= fuzz.run(target, only.isPresent() ? inputs : inputs / 1000 * target.share());
                }
            }
        }
        System.exit(sound ? 0 : 1);
    }

    private static List<Target> targets(Path folder) {
        return Stream.of(SyncTargets.all(folder), WebDavTargets.all(), S3Targets.all())
                .flatMap(List::stream)
                .toList();
    }

    private boolean run(Target target, int inputs) throws Exception {
        var outcomes = new EnumMap<Target.Outcome, Integer>(Target.Outcome.class);
        var start = System.nanoTime();
        for (var horror : target.hostileSamples()) {
            if (!eat(target, horror, "horror", LONGEST_OF_ALL, outcomes)) {
                return false;
            }
        }
        var samples = target.samples();
        if (target.tryInput(samples.getFirst()) != Target.Outcome.ACCEPTED) {
            return failed(target, samples.getFirst(), "the first sample", "is refused as it is");
        }
        for (int i = 0; i < inputs; i++) {
            var input = new Mutator(new Random(seed * 1_000_003 + i)).mutated(samples);
            if (!eat(target, input, "input " + i, LONGEST, outcomes)) {
                return false;
            }
        }
        out.printf(
                "%-12s %,9d taken %,9d refused %7.1f s%n",
                target.name(),
                outcomes.getOrDefault(Target.Outcome.ACCEPTED, 0),
                outcomes.getOrDefault(Target.Outcome.REFUSED, 0),
                (System.nanoTime() - start) / 1e9);
        return true;
    }

    private boolean eat(
            Target target, byte[] input, String which, Duration longest, Map<Target.Outcome, Integer> outcomes)
            throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        began = System.nanoTime();
        var before = threads.getCurrentThreadCpuTime();
        try {
            outcomes.merge(target.tryInput(input), 1, Integer::sum);
        } catch (Exception | Error e) {
            e.printStackTrace(out);
            return failed(target, input, which, e.toString());
        }
        var worked = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
        return worked.compareTo(longest) <= 0 || failed(target, input, which, "worked for " + worked);
    }

    private boolean failed(Target target, byte[] input, String which, String why) throws Exception {
        var file = Files.createTempFile("tidemark-" + target.name(), ".input");
        Files.write(file, input);
        out.printf("%s, seed %d, %s (%s): %s%n", target.name(), seed, which, file, why);
        return false;
    }

    private void watch() {
        if (System.nanoTime() - began < NEVER.toNanos()) {
            return;
        }
        out.println("An input has not been read to its end within " + NEVER);
        Thread.getAllStackTraces().values().forEach(stack -> out.println(List.of(stack)));
        Runtime.getRuntime().halt(3);
    }
}
