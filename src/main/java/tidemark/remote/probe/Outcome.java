package tidemark.remote.probe;

import tidemark.problem.Problem;

/// The outcome of a step.
public sealed interface Outcome {
    /// The storage does as it should.
    ///
    /// @param words what was seen
    record Passed(String words) implements Outcome {}

    /// The storage lacks something that a library can do without.
    ///
    /// @param words what was seen
    record Lacking(String words) implements Outcome {}

    /// The storage does not do what a library needs.
    record Failed(Problem problem) implements Outcome {}

    /// The question is open: the remote did not answer, or not now.
    record Unanswered(Problem problem) implements Outcome {}

    /// The step was not tried.
    ///
    /// @param why in one sentence
    record Skipped(String why) implements Outcome {}

    /// A failure after which a library there could not be relied on.
    static Outcome failed(String cause) {
        return new Failed(new Problem(
                cause,
                "A library there could not be relied on.",
                "Try again; if it stays so, choose another storage."));
    }
}
