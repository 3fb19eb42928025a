package tidemark.sync.apply;

import java.util.Optional;
import tidemark.sync.format.Change;
import tidemark.sync.format.StateHash;

/// A batch does not fit this copy; undoes the transaction that applied it.
public final class Divergence extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final transient Optional<StateHash> here;

    private Divergence(String what, Optional<StateHash> here) {
        super(what);
        this.what = what;
        this.here = here;
    }

    /// It was made from other values than stand here.
    static Divergence onValues(Change.Mismatch mismatch) {
        return new Divergence(mismatch.what(), Optional.empty());
    }

    /// It fits, and leads to another state hash here than its writer had.
    static Divergence onState(StateHash here) {
        return new Divergence("it leads to another state hash here", Optional.of(here));
    }

    public String what() {
        return what;
    }

    /// The state hash that it leads to here, where it fits at all.
    public Optional<StateHash> here() {
        return here;
    }
}
