package tidemark.fleet;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import tidemark.conflict.ConflictPolicy;
import tidemark.db.BackupException;
import tidemark.db.DatabaseException;
import tidemark.remote.RemoteException;
import tidemark.sync.SyncResult;
import tidemark.sync.state.Progress;

/// Rounds of sync under injected faults, with the check that each ended as its faults explain.
final class Rounds {
    private static final List<ConflictPolicy> POLICIES = List.of(
            ConflictPolicy.ASK,
            ConflictPolicy.ASK,
            ConflictPolicy.ASK,
            ConflictPolicy.ASK,
            ConflictPolicy.MINE,
            ConflictPolicy.THEIRS,
            ConflictPolicy.BOTH);

    private final Fleet fleet;

    Rounds(Fleet fleet) {
        this.fleet = fleet;
    }

    /// The outcome of a round.
    ///
    /// @param result unless it failed
    /// @param description for the trace
    record Outcome(Optional<SyncResult> result, String description) {
        boolean isRolledBack() {
            return result.filter(SyncResult.RolledBack.class::isInstance).isPresent();
        }

        boolean isUpToDate() {
            return result.filter(SyncResult.UpToDate.class::isInstance).isPresent();
        }
    }

    /// The work of a round.
    @FunctionalInterface
    interface Work {
        SyncResult run();
    }

    /// Runs an ordinary round under a random conflict policy.
    Outcome sync(Member member, FaultScript script, RandomGenerator random) {
        var policy = POLICIES.get(random.nextInt(POLICIES.size()));
        return run(member, script, () -> member.sync(policy), _ -> false);
    }

    /// Runs a round that truncates the history.
    Outcome truncateHistory(Member member, FaultScript script) {
        fleet.durability().decisions().decideToTruncate();
        var outcome = run(
                member,
                script,
                () -> member.run(ConflictPolicy.ASK, engine -> engine.emptyHistory(Progress.NONE)),
                _ -> false);
        if (outcome.isUpToDate()) {
            fleet.faultCounts().count(Fault.HISTORY_TRUNCATED);
        }
        return outcome;
    }

    /// Runs a round under the faults of a script.
    ///
    /// @param isRefusal whether the state of the remote explains a failure
    Outcome run(Member member, FaultScript script, Work work, Predicate<RuntimeException> isRefusal) {
        if (fleet.durability().decisions().isDetached(member)) {
            return new Outcome(Optional.empty(), "has no remote");
        }
        fleet.memberFaults().inject(member, script);
        try {
            var result = work.run();
            fleet.memberFaults().clear(member);
            check(member, script, result);
            return new Outcome(Optional.of(result), result + " at " + member.version());
        } catch (RemoteException | DatabaseException | BackupException e) {
            var words = isRefusal.test(e) || fleet.holes().explain(e)
                    ? "refused"
                    : isUpdatedToMove(member, e) ? "updated" : explained(script, e);
            return new Outcome(Optional.empty(), words);
        } catch (ProcessKilled e) {
            fleet.memberFaults().clear(member);
            member.kill();
            return new Outcome(Optional.empty(), "killed");
        } finally {
            fleet.memberFaults().clear(member);
            fleet.durability().requireNothingLost(member);
        }
    }

    private void check(Member member, FaultScript script, SyncResult result) {
        switch (result) {
            case SyncResult.UpToDate _ -> {}
            case SyncResult.UpdateNeeded(var number) -> requireNewer(member, number);
            case SyncResult.RolledBack(var problem, var _) -> {
                if (!fleet.disasters().hasHappened() && !suffered(script, Fault.STALE_READ, Fault.NOT_FOUND_ONCE)) {
                    throw new Violation("the remote is said to have gone back: " + problem);
                }
            }
        }
    }

    /// Checks that some member has the program that is asked for.
    ///
    /// @throws Violation when nobody does, or the member has it already
    void requireNewer(Member member, int number) {
        var isThere = fleet.members().stream()
                .anyMatch(each -> each.program().schema().minReader() == number);
        if (number <= member.program().schema().number() || !isThere) {
            throw new Violation("an update is asked for that nobody needs: " + number);
        }
    }

    private static boolean suffered(FaultScript script, Fault first, Fault... others) {
        return script.suffered().stream().anyMatch(EnumSet.of(first, others)::contains);
    }

    /// Updates the member if that is why it failed: an older program cannot take unknown fields to another place.
    boolean isUpdatedToMove(Member member, RuntimeException failure) {
        var isAsked = failure instanceof RemoteException.Denied denied
                && denied.problem().remedy().startsWith("Update Tidemark")
                && fleet.hasMoved();
        if (isAsked) {
            fleet.memberFaults().clear(member);
            fleet.update(member);
        }
        return isAsked;
    }

    /// The failure in words.
    ///
    /// @throws Violation when no injected fault explains it
    private static String explained(FaultScript script, RuntimeException failure) {
        var isExcused = switch (failure) {
            case RemoteException.Unavailable _ -> !script.suffered().isEmpty();
            case RemoteException.Denied _ -> suffered(script, Fault.SIGNED_OUT_401, Fault.FORBIDDEN_403);
            case RemoteException.Corrupt _ ->
                suffered(
                        script,
                        Fault.TRUNCATED,
                        Fault.BIT_FLIPPED,
                        Fault.GZIP_BOMB,
                        Fault.STALE_READ,
                        Fault.NOT_FOUND_ONCE);
            case DatabaseException.Full _ -> suffered(script, Fault.DISK_FULL);
            case DatabaseException.Busy _ -> suffered(script, Fault.SQLITE_BUSY);
            default -> false;
        };
        if (!isExcused) {
            throw new Violation("a round failed for no reason, after " + script.suffered() + ": " + failure, failure);
        }
        return failure.getClass().getSimpleName() + " after " + script.suffered();
    }
}
