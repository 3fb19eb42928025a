package tidemark.cli;

import picocli.CommandLine.Option;
import tidemark.problem.Problem;

/// The option by which a person confirms what cannot be undone.
final class Confirmation {
    @Option(names = "--yes", required = true, description = "Yes, it is meant; it cannot be undone.")
    private boolean yes;

    /// Refuses unless it was confirmed: `--yes=false` is no yes.
    void require() {
        if (!yes) {
            throw new CommandException(
                    new Problem("It was not confirmed.", "Nothing was changed.", "Give --yes if it is meant."),
                    ExitCode.USAGE);
        }
    }
}
