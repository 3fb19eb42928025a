package tidemark.files;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tidemark.problem.Problem;

/// The transfers of contents at one moment; immutable.
///
/// @param running those under way, two at most
/// @param toSend contents still to be sent, those under way among them
/// @param toFetch contents still to be fetched, those under way among them
/// @param sent contents sent since the transfers began
/// @param fetched contents fetched since the transfers began
/// @param rate bytes a second in the last seconds, once it says something
/// @param left the time that what is under way and waits will take, once it is stable
/// @param isPaused whether a person stopped them
/// @param trouble why nothing is moved now, if so
/// @param nextTry when it is tried again after that
/// @param problems why single contents were not moved, which are tried again later
public record TransferStatus(
        List<Running> running,
        Amount toSend,
        Amount toFetch,
        Amount sent,
        Amount fetched,
        OptionalLong rate,
        Optional<Duration> left,
        boolean isPaused,
        Optional<Problem> trouble,
        Optional<Instant> nextTry,
        Map<ContentHash, Problem> problems) {
    /// Nothing is moved, and nothing waits.
    public static final TransferStatus NONE = new TransferStatus(
            List.of(),
            Amount.NONE,
            Amount.NONE,
            Amount.NONE,
            Amount.NONE,
            OptionalLong.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty(),
            Map.of());

    public TransferStatus {
        running = List.copyOf(running);
        problems = Map.copyOf(problems);
    }

    /// A content on its way.
    ///
    /// @param done bytes that are over
    public record Running(ContentHash hash, Direction direction, long done, long size) {}

    /// A number of contents, and their bytes together.
    public record Amount(long count, long bytes) {
        /// No content.
        public static final Amount NONE = new Amount(0, 0);

        Amount plus(long size) {
            return new Amount(count + 1, bytes + size);
        }

        Amount minus(long size) {
            return new Amount(Math.max(0, count - 1), Math.max(0, bytes - size));
        }
    }

    /// The way that a content goes.
    public enum Direction {
        /// To the remote.
        UP,
        /// From the remote.
        DOWN
    }

    TransferStatus with(OptionalLong otherRate, Optional<Duration> otherLeft) {
        return new TransferStatus(
                running, toSend, toFetch, sent, fetched, otherRate, otherLeft, isPaused, trouble, nextTry, problems);
    }

    /// This status once a person has stopped the transfers or let them go on, as these settings say.
    public TransferStatus under(TransferSettings settings) {
        return new TransferStatus(
                running, toSend, toFetch, sent, fetched, rate, left, settings.isPaused(), trouble, nextTry, problems);
    }

    /// This status with other counts of what waits.
    public TransferStatus waiting(Amount otherToSend, Amount otherToFetch) {
        return new TransferStatus(
                running, otherToSend, otherToFetch, sent, fetched, rate, left, isPaused, trouble, nextTry, problems);
    }

    /// Whether nothing is under way, and nothing waits.
    public boolean isIdle() {
        return running.isEmpty() && toSend.count() + toFetch.count() == 0;
    }

    /// The bytes that are still to be moved.
    public long bytesLeft() {
        var under = running.stream().mapToLong(Running::done).sum();
        return Math.max(0, toSend.bytes() + toFetch.bytes() - under);
    }

    /// The transfer of this content, if it is under way.
    public Optional<Running> of(ContentHash hash) {
        return running.stream().filter(one -> one.hash().equals(hash)).findFirst();
    }
}
