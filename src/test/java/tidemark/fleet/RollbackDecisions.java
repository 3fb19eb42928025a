package tidemark.fleet;

import java.util.HashSet;
import java.util.Set;

/// What the persons of a fleet have decided, which is all that may take a batch out of the log.
final class RollbackDecisions {
    private final Set<String> senders = new HashSet<>();
    private final Set<String> attempts = new HashSet<>();
    private final Set<String> takers = new HashSet<>();
    private final Set<Member> alone = new HashSet<>();
    private boolean emptied;

    /// The member's state is to count in place of what lies on the remote: from now on it may, at any time.
    void sends(Member member) {
        senders.add(member.device());
        attempts.add(member.device());
    }

    /// The member's state is on the remote, and counted there for a time at least.
    void sent(Member member) {
        attempts.remove(member.device());
    }

    /// What the member holds may be replaced by what lies on the remote.
    void takes(Member member) {
        takers.add(member.device());
    }

    /// Whether nobody has decided anything about a remote that went back.
    boolean isNothing() {
        return senders.isEmpty() && takers.isEmpty();
    }

    boolean isSending() {
        return !senders.isEmpty();
    }

    /// Whether the member has begun to send its state, and does not know yet that it is there.
    boolean isAttempting(Member member) {
        return attempts.contains(member.device());
    }

    boolean maySend(String device) {
        return senders.contains(device);
    }

    /// Somebody wants the history emptied.
    void empties() {
        emptied = true;
    }

    boolean mayBeEmptied() {
        return emptied;
    }

    /// The member goes on without a remote.
    void leaves(Member member) {
        alone.add(member);
    }

    boolean isAlone(Member member) {
        return alone.contains(member);
    }

    /// It has the remote again that it left.
    boolean comesBack(Member member) {
        return alone.remove(member);
    }
}
