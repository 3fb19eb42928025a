package tidemark.fleet;

import java.util.HashSet;
import java.util.Set;

/// The decisions of all persons of a fleet, which alone may take a batch out of the log.
final class RollbackDecisions {
    private final Set<String> senders = new HashSet<>();
    private final Set<String> attempts = new HashSet<>();
    private final Set<String> takers = new HashSet<>();
    private final Set<Member> detached = new HashSet<>();
    private boolean truncating;

    /// The state of the member is to count in place of what the remote holds: from now on it may, at any time.
    void decideToSend(Member member) {
        senders.add(member.device());
        attempts.add(member.device());
    }

    /// The state of the member is on the remote, and counted there for a time at least.
    void confirmSent(Member member) {
        attempts.remove(member.device());
    }

    /// The state of the member may be replaced by what the remote holds.
    void decideToTake(Member member) {
        takers.add(member.device());
    }

    /// Whether nobody has decided anything about a rolled-back remote.
    boolean isEmpty() {
        return senders.isEmpty() && takers.isEmpty();
    }

    /// Whether anybody decided to send a state.
    boolean isSending() {
        return !senders.isEmpty();
    }

    /// Whether the member has begun to send its state, and does not know yet that it is there.
    boolean isAttempting(Member member) {
        return attempts.contains(member.device());
    }

    /// Whether this device may have sent its state.
    boolean maySend(String device) {
        return senders.contains(device);
    }

    /// Somebody truncates the history.
    void decideToTruncate() {
        truncating = true;
    }

    /// Whether the history may be truncated.
    boolean mayBeTruncated() {
        return truncating;
    }

    /// The member goes on without a remote.
    void detach(Member member) {
        detached.add(member);
    }

    /// Whether the member goes on without a remote.
    boolean isDetached(Member member) {
        return detached.contains(member);
    }

    /// The member has its remote again, if it went on without it; returns whether it did.
    boolean reattach(Member member) {
        return detached.remove(member);
    }
}
