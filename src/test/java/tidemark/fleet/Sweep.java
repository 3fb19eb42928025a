package tidemark.fleet;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import tidemark.remote.RemoteException;

/// A sweep through the operations of a scenario, as SQLite tests itself: the scenario runs again and again, and each
/// time another operation fails, or is the last of its process, until it passes untouched. After each run the fleet
/// must come to rest correctly.
final class Sweep {
    /// Ways in which an operation fails.
    enum Blow {
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

    private static final int ENDLESS = 2000;

    private final Scenario scenario;
    private final Templates templates;
    private boolean struck;
    private FaultCounts blows = new FaultCounts();

    Sweep(Scenario scenario, Templates templates) {
        this.scenario = scenario;
        this.templates = templates;
    }

    /// Makes every operation fail until the scenario passes untouched; returns how many there were.
    ///
    /// @throws Violation at the first failure after which something does not hold
    long all() {
        long points = 0;
        for (var blow : Blow.values()) {
            for (int n = 0; play(blow, n); n++) {
                points++;
            }
        }
        return points;
    }

    /// Makes every `stride`th operation fail, beginning with `first`; returns how many there were.
    long some(int first, int stride) {
        var counts = count();
        long points = 0;
        for (var blow : Blow.values()) {
            for (int n = first; n < counts.of(blow); n += stride) {
                points += play(blow, n) ? 1 : 0;
            }
        }
        return points;
    }

    /// The numbers of operations when nothing fails.
    private record Counts(int requests, int uses, int commits) {
        int of(Blow blow) {
            return switch (blow) {
                case REQUEST_FAILS, ANSWER_FAILS, KILLED_BEFORE_REQUEST, KILLED_AFTER_REQUEST -> requests;
                case LIBRARY_FAILS, KILLED_BEFORE_LIBRARY -> uses;
                case KILLED_AFTER_COMMIT -> commits;
            };
        }
    }

    private Counts count() {
        var folder = TempFolders.make();
        try (var voyage = new SimulationRun(scenario.cast(), folder, Defect.NONE, templates)) {
            var scene = new ScenarioStage(voyage.fleet());
            scenario.before().play(scene);
            var a = scene.a();
            var uses = new AtomicInteger();
            a.line().lay(FaultScript.NONE);
            a.guard(uses::incrementAndGet);
            int commits = a.commits();
            scenario.itself().play(scene);
            return new Counts(a.line().requests(), uses.get(), a.commits() - commits);
        } finally {
            TempFolders.remove(folder);
        }
    }

    /// Runs the scenario with the `n`th operation failing; returns whether there was such an operation.
    private boolean play(Blow blow, int n) {
        if (n > ENDLESS) {
            throw new Violation(scenario + " has no end");
        }
        var folder = TempFolders.make();
        try (var voyage = new SimulationRun(scenario.cast(), folder, Defect.NONE, templates)) {
            play(voyage, blow, n);
            return struck;
        } catch (RuntimeException | Error e) {
            throw new Violation(scenario + ", " + blow + " " + n + ": " + e, e);
        } finally {
            TempFolders.remove(folder);
        }
    }

    private void play(SimulationRun voyage, Blow blow, int n) {
        var scene = new ScenarioStage(voyage.fleet());
        scenario.before().play(scene);
        struck = false;
        blows = new FaultCounts();
        prepare(scene, blow, n);
        try {
            scenario.itself().play(scene);
        } catch (RemoteException.Unavailable | Refused e) {
            struck = true;
        } catch (ProcessKilled e) {
            struck = true;
            scene.fleet().perils().relieve(scene.a());
            scene.a().kill();
        }
        struck |= !blows.isEmpty();
        scene.a().guard(() -> {});
        scene.fleet().perils().relieve(scene.a());
        scene.fleet().books().requireNothingLost(scene.a());
        voyage.rest();
    }

    /// Sets the failure up. After a lost answer the engine looks for itself and may succeed: such an operation counts
    /// as failed all the same.
    private void prepare(ScenarioStage scene, Blow blow, int n) {
        var a = scene.a();
        switch (blow) {
            case REQUEST_FAILS -> a.line().lay(at(Fault.REQUEST_LOST, n));
            case ANSWER_FAILS -> a.line().lay(at(Fault.ANSWER_LOST, n));
            case KILLED_BEFORE_REQUEST -> a.line().lay(at(Fault.KILLED_BEFORE_REQUEST, n));
            case KILLED_AFTER_REQUEST -> a.line().lay(at(Fault.KILLED_AFTER_REQUEST, n));
            case LIBRARY_FAILS -> a.guard(new Countdown(n, Sweep::refuse));
            case KILLED_BEFORE_LIBRARY -> a.guard(new Countdown(n, Sweep::kill));
            case KILLED_AFTER_COMMIT -> a.dieAfter(n + 1);
        }
    }

    private FaultScript at(Fault fault, int n) {
        return new FaultScript(List.of(new FaultScript.Blow(fault, n)), 0, blows);
    }

    private static void refuse() {
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
