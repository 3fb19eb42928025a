package tidemark.sync.format;

/// A disagreement between a batch and this copy about what a value was: one of them is wrong.
public final class ChangeMismatch extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    ChangeMismatch(String what) {
        super(what);
        this.what = what;
    }

    /// The difference, for people.
    public String what() {
        return what;
    }
}
