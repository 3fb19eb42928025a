package tidemark.sync.format;

/// A batch or checkpoint that only a newer program may apply.
public final class UpdateNeeded extends Exception {
    private static final long serialVersionUID = 1L;
    private final int minReader;

    public UpdateNeeded(int minReader) {
        super("written for programs from schema " + minReader);
        this.minReader = minReader;
    }

    /// The lowest schema number that may.
    public int minReader() {
        return minReader;
    }
}
