package tidemark.sync;

import tidemark.problem.Problem;

/// The remote is not the one, or not as far, as this copy remembers.
final class WentBack extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    WentBack(String cause) {
        super(cause);
        this.problem = new Problem(
                cause,
                "Sync has stopped; nothing here or there was changed, and no absence was taken for a deletion.",
                "Reconnect the right storage, or decide whether this device's copy or the remote's counts.");
    }

    Problem problem() {
        return problem;
    }
}
