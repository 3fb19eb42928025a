package tidemark.sync.apply;

import java.util.Optional;
import tidemark.sync.format.StateHash;

/// The outcome of applying one batch of another device.
public sealed interface ApplyResult {
    /// The batch is part of this copy now.
    record Applied() implements ApplyResult {}

    /// The batch does not follow what this copy applied before; nothing was changed.
    ///
    /// @param cause a sentence for people
    record OutOfOrder(String cause) implements ApplyResult {}

    /// A divergence: the batch was made from other values than are here, or leads to another state; nothing was
    /// changed.
    ///
    /// @param what is different, for people
    /// @param here the state hash that it leads to here, where it fits at all
    record Diverged(String what, Optional<StateHash> here) implements ApplyResult {}
}
