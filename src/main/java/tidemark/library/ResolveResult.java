package tidemark.library;

import java.util.Optional;
import tidemark.conflict.Effect;
import tidemark.problem.Problem;

/// The result of a choice.
public sealed interface ResolveResult {
    /// The conflict is resolved.
    ///
    /// @param now the resolved conflict; [Conflicts#reopen] takes it
    /// @param effect the effect on the record
    record Done(Conflict now, Effect effect) implements ResolveResult {}

    /// Nothing was done, because the conflict or its record has changed since it was read.
    ///
    /// @param now the conflict as it is now; empty when it is gone
    record Overtaken(Optional<Conflict> now) implements ResolveResult {}

    /// Nothing was done, because the choice cannot be carried out.
    record Refused(Conflict now, Problem problem) implements ResolveResult {}
}
