package tidemark.remote.probe;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import tidemark.remote.Inspectable;
import tidemark.remote.MeteredStore;
import tidemark.remote.RandomHex;
import tidemark.remote.RemoteStore;

/// A probe: the trial of a store below a random name that is removed again. It takes at most 60 seconds and 400
/// requests.
///
/// @param threads run requests at the same time; one for each of them, so that they really compete
public record Probe(InstantSource clock, RandomGenerator random, ExecutorService threads) {
    private static final int ID_DIGITS = 16;

    /// Runs the steps in order, and skips those that make no sense after what came before.
    ///
    /// @param progress gets each step's result as it ends, on this thread
    public ProbeReport run(RemoteStore store, Consumer<StepResult> progress) {
        var budget = new RequestBudget(clock, threads);
        var about = store instanceof Inspectable inspectable ? Optional.of(inspectable) : Optional.<Inspectable>empty();
        var run = new ProbeRun(
                new MeteredStore(store, budget),
                about,
                budget,
                "probe/" + RandomHex.digits(random, ID_DIGITS) + "/",
                progress);
        run.run();
        return new ProbeReport(clock.instant(), run.results(), run.verdict(), budget.made());
    }
}
