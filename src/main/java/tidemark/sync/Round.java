package tidemark.sync;

import tidemark.sync.state.Progress;

/// The count of batches that one round has sent and taken, told to whoever watches it.
final class Round {
    private final Progress progress;
    private long pulled;
    private long pushed;

    Round(Progress progress) {
        this.progress = progress;
    }

    /// A batch, or what stands for several, was taken.
    ///
    /// @param bytes as they came
    void pulled(long bytes) {
        pulled++;
        progress.advanced(done(), done() + 1, bytes);
    }

    /// A truncated piece of the log was passed.
    void passed() {
        pulled++;
    }

    /// A batch was committed.
    ///
    /// @param bytes as they were sent
    void pushed(long bytes) {
        pushed++;
        progress.advanced(done(), done(), bytes);
    }

    /// This device's state was sent.
    void sentState() {
        pushed++;
    }

    boolean hasPushed() {
        return pushed > 0;
    }

    Progress progress() {
        return progress;
    }

    long done() {
        return pulled + pushed;
    }

    SyncResult.UpToDate result() {
        return new SyncResult.UpToDate(pulled, pushed);
    }
}
