package tidemark.fleet;

/// The end of a device's process, here and now; nothing in it may catch this.
final class ProcessKilled extends Error {
    private static final long serialVersionUID = 1L;

    ProcessKilled() {
        super("killed", null, false, false);
    }
}
