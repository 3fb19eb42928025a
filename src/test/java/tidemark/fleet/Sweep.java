package tidemark.fleet;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tidemark.remote.RemoteException;

/// A sweep through the operations of a scenario, as SQLite tests itself: the scenario runs again and again, and each
/// time another operation fails, or is the last of its process, until it passes untouched. After each run the fleet
/// must come to rest correctly.
final class Sweep {
    /// Ways in which an operation fails.
    enum Failure {
        /// A request does not arrive.
        REQUEST_FAILS,
        /// A request is carried out, its answer does not arrive.
        ANSWER_FAILS,
        /// The process ends before a request.
        KILLED_BEFORE_REQUEST,
        /// The process ends after a request.
        KILLED_AFTER_REQUEST,
        /// The library cannot be read or written.
        LIBRARY_FAILS,
        /// The process ends before the library is read or written.
        KILLED_BEFORE_LIBRARY,
        /// The process ends after a transaction.
        KILLED_AFTER_COMMIT
    }

    /// The error of a library that cannot be used for once.
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final int MAX_OPERATIONS = 2000;

    private final Scenario scenario;
    private final Templates templates;
    private boolean wasHit;
    private FaultCounts faultCounts = new FaultCounts();

    Sweep(Scenario scenario, Templates templates) {
        this.scenario = scenario;
        this.templates = templates;
    }

    /// Makes every operation fail until the scenario passes untouched; returns how many there were.
    ///
    /// @throws Violation at the first failure after which something does not hold
    long sweepAll() {
        long points = 0;
        for (var failure : Failure.values()) {
            for (int n = 0; runFailing(failure, n); n++) {
                points++;
            }
        }
        return points;
    }

    /// Makes every `stride`th operation fail, beginning with `first`; returns how many there were.
    long sweepSome(int first, int stride) {
        var counts = count();
        long points = 0;
        for (var failure : Failure.values()) {
            for (int n = first; n < counts.of(failure); n += stride) {
                points += runFailing(failure, n) ? 1 : 0;
            }
        }
        return points;
    }

    /// The numbers of operations when nothing fails.
    private record Counts(int requests, int uses, int commits) {
        int of(Failure failure) {
            return switch (failure) {
                case REQUEST_FAILS, ANSWER_FAILS, KILLED_BEFORE_REQUEST, KILLED_AFTER_REQUEST -> requests;
                case LIBRARY_FAILS, KILLED_BEFORE_LIBRARY -> uses;
                case KILLED_AFTER_COMMIT -> commits;
            };
        }
    }

    private Counts count() {
        var folder = TempFolders.make();
        try (var simulation = new SimulationRun(scenario.schedule(), folder, Defect.NONE, templates)) {
            var stage = new ScenarioStage(simulation.fleet());
            scenario.setUp().run(stage);
            var a = stage.a();
            var uses = new AtomicInteger();
            a.network().inject(FaultScript.NONE);
            a.beforeEachUse(uses::incrementAndGet);
            int commits = a.commits();
            scenario.action().run(stage);
            return new Counts(a.network().requests(), uses.get(), a.commits() - commits);
        } finally {
            TempFolders.remove(folder);
        }
    }

    /// Runs the scenario with the `n`th operation failing; returns whether there was such an operation.
    private boolean runFailing(Failure failure, int n) {
        if (n > MAX_OPERATIONS) {
            throw new Violation(scenario + " has no end");
        }
        var folder = TempFolders.make();
        try (var simulation = new SimulationRun(scenario.schedule(), folder, Defect.NONE, templates)) {
            runFailing(simulation, failure, n);
            return wasHit;
        } catch (RuntimeException | Error e) {
            throw new Violation(scenario + ", " + failure + " " + n + ": " + e, e);
        } finally {
            TempFolders.remove(folder);
        }
    }

    private void runFailing(SimulationRun simulation, Failure failure, int n) {
        var stage = new ScenarioStage(simulation.fleet());
        scenario.setUp().run(stage);
        wasHit = false;
        faultCounts = new FaultCounts();
        prepare(stage, failure, n);
        try {
            scenario.action().run(stage);
        } catch (RemoteException.Unavailable | Refused e) {
            wasHit = true;
        } catch (ProcessKilled e) {
            wasHit = true;
            stage.fleet().memberFaults().clear(stage.a());
            stage.a().kill();
        }
        wasHit |= !faultCounts.isEmpty();
        stage.a().beforeEachUse(() -> {});
        stage.fleet().memberFaults().clear(stage.a());
        stage.fleet().durability().requireNothingLost(stage.a());
        simulation.quiesceAndCheck();
    }

    /// Sets the failure up. After a lost answer the engine looks for itself and may succeed: such an operation counts
    /// as failed all the same.
    private void prepare(ScenarioStage stage, Failure failure, int n) {
        var a = stage.a();
        switch (failure) {
            case REQUEST_FAILS -> a.network().inject(at(Fault.REQUEST_LOST, n));
            case ANSWER_FAILS -> a.network().inject(at(Fault.ANSWER_LOST, n));
            case KILLED_BEFORE_REQUEST -> a.network().inject(at(Fault.KILLED_BEFORE_REQUEST, n));
            case KILLED_AFTER_REQUEST -> a.network().inject(at(Fault.KILLED_AFTER_REQUEST, n));
            case LIBRARY_FAILS -> a.beforeEachUse(new Countdown(n, this::refuse));
            case KILLED_BEFORE_LIBRARY -> a.beforeEachUse(new Countdown(n, Sweep::kill));
            case KILLED_AFTER_COMMIT -> a.killAfterCommits(n + 1);
        }
    }

    private FaultScript at(Fault fault, int n) {
        return new FaultScript(List.of(new FaultScript.InjectedFault(fault, n)), 0, faultCounts);
    }

    private void refuse() {
        wasHit = true; // transfers put a content off that met an error
        throw new Refused();
    }

    private static void kill() {
        throw new ProcessKilled();
    }

    /// An action at the use of this number, counted from 0.
    private static final class Countdown implements Runnable {
        private final Runnable action;
        private int left;

        Countdown(int n, Runnable action) {
            this.left = n;
            this.action = action;
        }

        @Override
        public void run() {
            if (left-- == 0) {
                action.run();
            }
        }
    }
}
