package tidemark.remote.probe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.RemoteException.Unavailable;

/// The result of a probe.
///
/// @param at the time at which it ended
/// @param steps every step, in order
/// @param verdict empty when the probe ended before it was known
/// @param requests the number of requests that were made
public record ProbeReport(Instant at, List<StepResult> steps, Optional<Verdict> verdict, int requests) {
    /// A report with a copy of these steps.
    public ProbeReport {
        steps = List.copyOf(steps);
    }

    /// The reason why the place is not fit for a library, or not known to be; empty when it is fit.
    public Optional<Problem> refusal() {
        return failure().map(RemoteException::problem);
    }

    /// The [#refusal] as the exception to raise: `Denied` for an unfit place, `Unavailable` for one that did not
    /// answer.
    public Optional<RemoteException> failure() {
        return verdict.flatMap(Verdict::refusal)
                .<RemoteException>map(Denied::new)
                .or(this::firstFailure)
                .or(() -> verdict.isPresent()
                        ? Optional.empty()
                        : Optional.of(new Unavailable(unfinished(), Optional.empty())));
    }

    private Optional<RemoteException> firstFailure() {
        return steps.stream()
                .map(StepResult::outcome)
                .flatMap(outcome -> failure(outcome).stream())
                .findFirst();
    }

    private static Optional<RemoteException> failure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed(var problem) -> Optional.of(new Denied(problem));
            case Outcome.Unanswered(var problem) -> Optional.of(new Unavailable(problem, Optional.empty()));
            case Outcome.Passed _, Outcome.Lacking _, Outcome.Skipped _ -> Optional.empty();
        };
    }

    /// Whether every question was answered, well or not: only then is the report worth keeping.
    public boolean isConclusive() {
        return verdict.isPresent()
                && steps.stream().noneMatch(result -> result.outcome() instanceof Outcome.Unanswered);
    }

    /// Whether the storage was found to keep no old versions.
    public boolean isUnversioned() {
        return outcome(ProbeStep.VERSIONING).equals(ProbeRun.UNVERSIONED);
    }

    /// The outcome of a step.
    public Outcome outcome(ProbeStep step) {
        return steps.stream()
                .filter(result -> result.step() == step)
                .map(StepResult::outcome)
                .findFirst()
                .orElseThrow();
    }

    /// The report as lines of text, for people.
    public String text() {
        var lines = steps.stream().map(ProbeReport::line).collect(Collectors.joining("\n"));
        return lines + verdict.map(found -> "\n" + found.words()).orElse("");
    }

    private static String line(StepResult result) {
        var title = result.step().title();
        return switch (result.outcome()) {
            case Outcome.Passed(var words) -> "✓ " + title + ": " + words;
            case Outcome.Lacking(var words) -> "! " + title + ": " + words;
            case Outcome.Failed(var problem) -> "✗ " + title + ": " + problem;
            case Outcome.Unanswered(var problem) -> "? " + title + ": " + problem;
            case Outcome.Skipped(var why) -> "– " + title + ": " + why;
        };
    }

    private static Problem unfinished() {
        return new Problem(
                "The test of the storage did not come to its end.",
                "It is not known whether the storage can be trusted, so it was not set up.",
                "Try again on a faster line.");
    }
}
