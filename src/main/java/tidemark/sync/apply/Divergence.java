package tidemark.sync.apply;

import java.util.Optional;
import tidemark.sync.format.ChangeMismatch;
import tidemark.sync.format.StateHash;

/// A divergence found while a batch is applied; rolls its transaction back.
final class Divergence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ApplyResult.Diverged result;

    private Divergence(String what, Optional<StateHash> here) {
        super(what);
        this.result = new ApplyResult.Diverged(what, here);
    }

    /// The divergence of a batch that was made from other values than are here.
    static Divergence onValues(ChangeMismatch mismatch) {
        return new Divergence(mismatch.what(), Optional.empty());
    }

    /// The divergence of a batch that fits, and leads to another state hash here than it names.
    static Divergence onState(StateHash here) {
        return new Divergence("it leads to another state hash here", Optional.of(here));
    }

    ApplyResult.Diverged result() {
        return result;
    }
}
