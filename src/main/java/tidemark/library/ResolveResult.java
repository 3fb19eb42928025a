package tidemark.library;

import java.util.Optional;
import tidemark.conflict.Effect;
import tidemark.problem.Problem;

/// What came of a choice.
public sealed interface ResolveResult {
    /// The conflict is settled.
    ///
    /// @param now the conflict as it stands then; [Conflicts#reopen] takes it
    /// @param effect what was done to the record
    record Done(Conflict now, Effect effect) implements ResolveResult {}

    /// Nothing was done, because the conflict or what it is about has changed since it was read.
    ///
    /// @param now the conflict as it stands; empty when it is gone
    record Overtaken(Optional<Conflict> now) implements ResolveResult {}

    /// Nothing was done, because that cannot be done.
    record Refused(Conflict now, Problem problem) implements ResolveResult {}
}
