package tidemark.sync;

/// A batch or checkpoint that only a newer program may apply.
final class UpdateNeeded extends Exception {
    private static final long serialVersionUID = 1L;
    private final int minReader;

    UpdateNeeded(int minReader) {
        super("written for programs from schema " + minReader);
        this.minReader = minReader;
    }

    /// The lowest schema number that may.
    int minReader() {
        return minReader;
    }
}
