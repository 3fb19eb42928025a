package tidemark.ui.setup;

import java.util.List;
import java.util.Optional;
import tidemark.problem.Problem;
import tidemark.remote.probe.ProbeReport;
import tidemark.remote.probe.StepResult;
import tidemark.remote.webdav.Fingerprint;
import tidemark.sync.DryRun;

/// A stage in the set-up of a remote.
sealed interface SetupStage {
    /// The person fills in the form.
    record Filling() implements SetupStage {}

    /// The remote is being probed.
    ///
    /// @param steps the steps that have ended
    record Testing(List<StepResult> steps) implements SetupStage {}

    /// The server shows a certificate that is not trusted.
    ///
    /// @param accepted another certificate that was accepted before
    record UnknownCertificate(String host, Fingerprint fingerprint, Optional<Fingerprint> accepted)
            implements SetupStage {}

    /// The remote cannot be used.
    ///
    /// @param steps the steps of the probe, as far as it got
    record Failed(List<StepResult> steps, Problem problem) implements SetupStage {}

    /// The remote can be used, and this is what the first sync will do.
    record Ready(ProbeReport found, DryRun.Report report) implements SetupStage {}

    /// The remote is in use.
    record Done() implements SetupStage {}

    /// The steps of the probe so far.
    default List<StepResult> steps() {
        return switch (this) {
            case Testing(var steps) -> steps;
            case Failed(var steps, var _) -> steps;
            case Ready(var found, var _) -> found.steps();
            case Filling _, UnknownCertificate _, Done _ -> List.of();
        };
    }
}
