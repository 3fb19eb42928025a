package tidemark.remote.probe;

import tidemark.problem.Problem;

/// How a step ended.
public sealed interface Outcome {
    /// As it should be.
    ///
    /// @param words what was seen
    record Passed(String words) implements Outcome {}

    /// Not as it could be, and a library does without.
    ///
    /// @param words what was seen
    record Lacking(String words) implements Outcome {}

    /// Not as it should be.
    record Failed(Problem problem) implements Outcome {}

    /// Not known: the remote did not answer, or not now.
    record Unanswered(Problem problem) implements Outcome {}

    /// Not tried.
    ///
    /// @param why in one sentence
    record Skipped(String why) implements Outcome {}
}
