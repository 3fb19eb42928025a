package tidemark.fleet;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;

/// Many schedules run on several cores, with their faults and failures counted.
final class Simulation {
    /// A schedule that failed, and why.
    record Failure(long seed, String why) {}

    /// The outcome of all schedules.
    record Report(long schedules, double seconds, FaultCounts faultCounts, List<Failure> failures) {
        double perSecond() {
            return schedules / seconds;
        }
    }

    private final Defect planted;
    private final Templates templates;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong ran = new AtomicLong();
    private Predicate<Schedule> wanted = _ -> true;
    private final int maxFailures;

    /// A simulation that stops after so many failures.
    ///
    /// @param mostFailures the number of failures after which no further schedule begins
    Simulation(Defect planted, int mostFailures) {
        this.planted = planted;
        this.templates = new Templates(planted.statements());
        this.maxFailures = mostFailures;
    }

    /// Runs only schedules with a step of this kind.
    Simulation only(Step.Kind kind) {
        wanted = schedule -> schedule.steps().stream().anyMatch(step -> step.kind() == kind);
        return this;
    }

    /// Turns off the log of the engine, which would drown the output, unless `log` names a level.
    static void silenceEngineLog() {
        if (LoggerFactory.getLogger("tidemark") instanceof Logger logger) {
            logger.setLevel(Level.toLevel(System.getProperty("log", "off")));
        }
    }

    /// Runs `seeds` schedules, beginning with the seed `from`, on so many threads.
    Report run(long from, long seeds, int threads) {
        silenceEngineLog();
        next.set(from);
        var began = System.nanoTime();
        var all = new FaultCounts();
        var failures = new ArrayList<Failure>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var workers = new ArrayList<Future<FaultCounts>>();
            for (int i = 0; i < threads; i++) {
                workers.add(pool.submit(() -> work(from + seeds, failures)));
            }
            for (var worker : workers) {
                all.add(worker.get());
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Report(ran.get(), (System.nanoTime() - began) / 1e9, all, failures);
    }

    private FaultCounts work(long end, List<Failure> failures) {
        var faultCounts = new FaultCounts();
        for (var seed = next.getAndIncrement(); seed < end && !isEnough(failures); seed = next.getAndIncrement()) {
            var schedule = Schedule.of(seed);
            if (!wanted.test(schedule)) {
                continue;
            }
            ran.incrementAndGet();
            var result = SimulationRun.run(schedule, planted, templates);
            faultCounts.add(result.faultCounts());
            if (result.wrong().isPresent()) {
                add(failures, new Failure(seed, String.valueOf(result.wrong().get())));
            }
        }
        return faultCounts;
    }

    private boolean isEnough(List<Failure> failures) {
        synchronized (failures) {
            return failures.size() >= maxFailures;
        }
    }

    private static void add(List<Failure> failures, Failure failure) {
        synchronized (failures) {
            failures.add(failure);
        }
    }
}
