package tidemark.ui.setup;

import java.util.List;
import java.util.Optional;
import tidemark.problem.Problem;
import tidemark.remote.probe.ProbeReport;
import tidemark.remote.probe.StepResult;
import tidemark.remote.webdav.Fingerprint;
import tidemark.sync.DryRun;

/// How far the choice of a storage has come.
sealed interface SetupStage {
    /// The person fills in the form.
    record Filling() implements SetupStage {}

    /// The place is tried out.
    ///
    /// @param steps that have ended
    record Testing(List<StepResult> steps) implements SetupStage {}

    /// The server shows a certificate that nobody known vouches for.
    ///
    /// @param accepted another one that was accepted before
    record UnknownCertificate(String host, Fingerprint fingerprint, Optional<Fingerprint> accepted)
            implements SetupStage {}

    /// It cannot be used.
    ///
    /// @param steps of the test, as far as it came
    record Failed(List<StepResult> steps, Problem problem) implements SetupStage {}

    /// It can be used, and this is what will happen.
    record Ready(ProbeReport found, DryRun.Report report) implements SetupStage {}

    /// It is used from now on.
    record Done() implements SetupStage {}

    /// The steps of the test so far.
    default List<StepResult> steps() {
        return switch (this) {
            case Testing(var steps) -> steps;
            case Failed(var steps, var _) -> steps;
            case Ready(var found, var _) -> found.steps();
            case Filling _, UnknownCertificate _, Done _ -> List.of();
        };
    }
}
