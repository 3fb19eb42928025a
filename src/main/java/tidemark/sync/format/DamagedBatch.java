package tidemark.sync.format;

import tidemark.problem.Problem;
import tidemark.remote.ObjectName;

/// The problem with a batch on the remote that cannot be read.
public final class DamagedBatch {
    private DamagedBatch() {}

    /// The problem in words.
    ///
    /// @param why the rest of a sentence
    public static Problem problem(ObjectName name, String why) {
        return new Problem(
                "The batch " + name + " on the remote cannot be read: " + why + ".",
                "Sync has stopped before it; your library and your edits are untouched.",
                "Run `tidemark verify --remote --fix` on a device that has it. If none can read it, run `tidemark remote"
                        + " skip-unreadable --yes` on any device.");
    }
}
