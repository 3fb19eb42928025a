package tidemark.sync.format;

/// The failure to read a batch, checkpoint or manifest that only a newer program may apply.
public final class UpdateNeeded extends Exception {
    private static final long serialVersionUID = 1L;
    private final int minReader;

    /// A failure for want of this schema number.
    public UpdateNeeded(int minReader) {
        super("written for programs from schema " + minReader);
        this.minReader = minReader;
    }

    /// The lowest schema number whose programs may apply it.
    public int minReader() {
        return minReader;
    }
}
