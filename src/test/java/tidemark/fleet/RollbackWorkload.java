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
        if (fleet.books().decided().comesBack(member)) {
            return "has its remote again";
        }
        var asked = rounds.sync(member, FaultScript.NONE, random);
        if (!asked.isWentBack()) {
            return "nothing to decide: " + asked.words();
        }
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> "send: " + send(member, script).words();
            case 3, 4, 5 -> "take: " + take(member, script).words();
            case 6, 7 -> leave(member);
            default -> {
                fleet.move();
                yield "move";
            }
        };
    }

    private String leave(Member member) {
        fleet.books().decided().leaves(member);
        fleet.struck().count(Fault.REMOTE_LEFT);
        return "leave";
    }

    private Rounds.Ending send(Member member, FaultScript script) {
        fleet.books().decided().sends(member);
        var ending = carryOut(member, script, RollbackDecision.SEND, Fault.STATE_SENT);
        if (ending.isUpToDate()) {
            fleet.books().decided().sent(member);
        }
        return ending;
    }

    private Rounds.Ending take(Member member, FaultScript script) {
        fleet.books().decided().takes(member);
        return carryOut(member, script, RollbackDecision.TAKE, Fault.REMOTE_TAKEN);
    }

    private Rounds.Ending carryOut(Member member, FaultScript script, RollbackDecision decision, Fault counted) {
        fleet.books().countUnsentDays();
        var ending = rounds.run(
                member,
                script,
                () -> member.run(ConflictPolicy.ASK, engine -> engine.decide(decision, Progress.NONE)),
                failure -> decision == RollbackDecision.TAKE && isRefusal(failure));
        if (ending.isUpToDate()) {
            fleet.struck().count(counted);
        } else if (ending.result()
                .filter(SyncResult.UpdateNeeded.class::isInstance)
                .isPresent()) {
            var _ = fleet.update(member);
        }
        return ending;
    }

    /// Whether a failure to take is explained by what is there: nothing, or only what an attempt to send left. Where
    /// the manifest of another library arrives after that of the sender, what follows from it cannot be read.
    private boolean isRefusal(RuntimeException failure) {
        return switch (failure) {
            case RemoteException.Denied denied -> denied.problem().cause().startsWith("The remote is empty");
            case RemoteException.Corrupt corrupt ->
                fleet.books().decided().isSending()
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
        var decided = fleet.books().decided();
        var isSent = asked.remote() == RollbackKind.EMPTY
                || decided.isAttempting(member)
                || (!decided.isSending() && random.nextInt(2) == 0);
        if (isSent || !take(member, FaultScript.NONE).isUpToDate()) {
            var _ = send(member, FaultScript.NONE);
        }
    }
}
