package tidemark.fleet;

/// The process of a device ends here and now; nothing in it hears of that.
final class ProcessKilled extends Error {
    private static final long serialVersionUID = 1L;

    ProcessKilled() {
        super("killed", null, false, false);
    }
}
