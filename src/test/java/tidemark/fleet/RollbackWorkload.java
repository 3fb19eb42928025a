package tidemark.fleet;

import java.util.random.RandomGenerator;
import tidemark.conflict.ConflictPolicy;
import tidemark.remote.RemoteException;
import tidemark.sync.RollbackDecision;
import tidemark.sync.RollbackKind;
import tidemark.sync.SyncResult;
import tidemark.sync.state.Progress;

/// The decisions of persons whose device reports that the remote was rolled back.
final class RollbackWorkload {
    private final Fleet fleet;
    private final Rounds rounds;

    RollbackWorkload(Fleet fleet, Rounds rounds) {
        this.fleet = fleet;
        this.rounds = rounds;
    }

    /// Answers the question of a member, if it has one, in any of the ways there are.
    String decide(Member member, FaultScript script, RandomGenerator random) {
        if (fleet.durability().decisions().reattach(member)) {
            return "has its remote again";
        }
        var asked = rounds.sync(member, FaultScript.NONE, random);
        if (!asked.isRolledBack()) {
            return "nothing to decide: " + asked.description();
        }
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> "send: " + send(member, script).description();
            case 3, 4, 5 -> "take: " + take(member, script).description();
            case 6, 7 -> leave(member);
            default -> {
                fleet.move();
                yield "move";
            }
        };
    }

    private String leave(Member member) {
        fleet.durability().decisions().detach(member);
        fleet.faultCounts().count(Fault.REMOTE_LEFT);
        return "leave";
    }

    private Rounds.Outcome send(Member member, FaultScript script) {
        fleet.durability().decisions().decideToSend(member);
        var outcome = carryOut(member, script, RollbackDecision.SEND, Fault.STATE_SENT);
        if (outcome.isUpToDate()) {
            fleet.durability().decisions().confirmSent(member);
        }
        return outcome;
    }

    private Rounds.Outcome take(Member member, FaultScript script) {
        fleet.durability().decisions().decideToTake(member);
        return carryOut(member, script, RollbackDecision.TAKE, Fault.REMOTE_TAKEN);
    }

    private Rounds.Outcome carryOut(Member member, FaultScript script, RollbackDecision decision, Fault counted) {
        fleet.durability().expectUnsentDays();
        var outcome = rounds.run(
                member,
                script,
                () -> member.run(ConflictPolicy.ASK, engine -> engine.decide(decision, Progress.NONE)),
                failure -> decision == RollbackDecision.TAKE && isRefusal(failure));
        if (outcome.isUpToDate()) {
            fleet.faultCounts().count(counted);
        } else if (outcome.result()
                .filter(SyncResult.UpdateNeeded.class::isInstance)
                .isPresent()) {
            var _ = fleet.update(member);
        }
        return outcome;
    }

    /// Whether a failure to take is explained by what is there: nothing, or only what an attempt to send left. Where
    /// the manifest of another library arrives after that of the sender, what follows from it cannot be read.
    private boolean isRefusal(RuntimeException failure) {
        return switch (failure) {
            case RemoteException.Denied denied -> denied.problem().cause().startsWith("The remote is empty");
            case RemoteException.Corrupt corrupt ->
                fleet.durability().decisions().isSending()
                        && (corrupt.problem().cause().contains("the base that it goes on from is missing")
                                || corrupt.problem().cause().contains("does not follow the one before"));
            default -> false;
        };
    }

    /// Decides so that the fleet comes to rest: where nothing can be taken, or an attempt to send was cut short, the
    /// state of the member is sent; where another's came after it, that one is taken.
    void conclude(Member member, SyncResult.RolledBack asked, RandomGenerator random) {
        if (random.nextInt(6) == 0) {
            fleet.move();
            return;
        }
        var decisions = fleet.durability().decisions();
        var isSent = asked.remote() == RollbackKind.EMPTY
                || decisions.isAttempting(member)
                || (!decisions.isSending() && random.nextInt(2) == 0);
        if (isSent || !take(member, FaultScript.NONE).isUpToDate()) {
            var _ = send(member, FaultScript.NONE);
        }
    }
}
