package tidemark.sync;

import java.util.Optional;
import tidemark.problem.Problem;
import tidemark.sync.state.Progress;

/// The count of batches that one round has pushed and pulled, reported as progress.
final class Round {
    private final Progress progress;
    private long pulled;
    private long pushed;
    private Optional<Problem> notice = Optional.empty();

    Round(Progress progress) {
        this.progress = progress;
    }

    /// Counts a batch that was applied, or a fork that was followed.
    ///
    /// @param bytes as they came
    void pulled(long bytes) {
        pulled++;
        progress.advanced(done(), done() + 1, bytes);
    }

    /// Counts a truncated piece of the log that was passed.
    void passedTruncation() {
        pulled++;
    }

    /// Counts a batch that was committed.
    ///
    /// @param bytes as they were sent
    void pushed(long bytes) {
        pushed++;
        progress.advanced(done(), done(), bytes);
    }

    /// Counts this device's state, which was sent.
    void sentState() {
        pushed++;
    }

    /// Notes what a person is to know of this round.
    void tell(Problem word) {
        notice = Optional.of(word);
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
        return new SyncResult.UpToDate(pulled, pushed, notice);
    }
}
