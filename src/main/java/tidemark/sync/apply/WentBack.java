package tidemark.sync.apply;

import tidemark.problem.Problem;

/// The remote is not the one, or not as far, as this copy remembers.
public final class WentBack extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;
    private final RemoteNow remote;

    private WentBack(String cause, RemoteNow remote) {
        super(cause);
        this.remote = remote;
        this.problem = new Problem(
                cause,
                "Sync has stopped; nothing here or there was changed, and no absence was taken for a deletion.",
                "Reconnect the right storage, or decide whether this device's copy or the remote's counts.");
    }

    public static WentBack emptied() {
        return new WentBack("The remote is empty, though this library was synced with it before.", RemoteNow.EMPTY);
    }

    public static WentBack swapped() {
        return new WentBack("The remote holds another library than the one on this device.", RemoteNow.ANOTHER_LIBRARY);
    }

    public static WentBack older(String cause) {
        return new WentBack(cause, RemoteNow.ANOTHER_STATE);
    }

    public Problem problem() {
        return problem;
    }

    /// What lies there now.
    public RemoteNow remote() {
        return remote;
    }
}
