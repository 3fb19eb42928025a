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
    /// @param words for the trace
    record Ending(Optional<SyncResult> result, String words) {
        boolean isWentBack() {
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
    Ending sync(Member member, FaultScript script, RandomGenerator random) {
        var policy = POLICIES.get(random.nextInt(POLICIES.size()));
        return run(member, script, () -> member.sync(policy), _ -> false);
    }

    /// Runs a round that truncates the history.
    Ending emptyHistory(Member member, FaultScript script) {
        fleet.books().decided().empties();
        var ending = run(
                member,
                script,
                () -> member.run(ConflictPolicy.ASK, engine -> engine.emptyHistory(Progress.NONE)),
                _ -> false);
        if (ending.isUpToDate()) {
            fleet.struck().count(Fault.HISTORY_EMPTIED);
        }
        return ending;
    }

    /// Runs a round under the faults of a script.
    ///
    /// @param isRefusal whether the state of the remote explains a failure
    Ending run(Member member, FaultScript script, Work work, Predicate<RuntimeException> isRefusal) {
        if (fleet.books().decided().isAlone(member)) {
            return new Ending(Optional.empty(), "has no remote");
        }
        fleet.perils().lay(member, script);
        try {
            var result = work.run();
            fleet.perils().relieve(member);
            check(member, script, result);
            return new Ending(Optional.of(result), result + " at " + member.version());
        } catch (RemoteException | DatabaseException | BackupException e) {
            var words = isRefusal.test(e) ? "refused" : isUpdatedToMove(member, e) ? "updated" : excused(script, e);
            return new Ending(Optional.empty(), words);
        } catch (ProcessKilled e) {
            fleet.perils().relieve(member);
            member.kill();
            return new Ending(Optional.empty(), "killed");
        } finally {
            fleet.perils().relieve(member);
            fleet.books().requireNothingLost(member);
        }
    }

    private void check(Member member, FaultScript script, SyncResult result) {
        switch (result) {
            case SyncResult.UpToDate _ -> {}
            case SyncResult.UpdateNeeded(var number) -> requireNewer(member, number);
            case SyncResult.RolledBack(var problem, var _) -> {
                if (!fleet.disasters().isNoticed() && !felt(script, Fault.STALE_READ, Fault.NOT_FOUND_ONCE)) {
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

    private static boolean felt(FaultScript script, Fault first, Fault... others) {
        return script.felt().stream().anyMatch(EnumSet.of(first, others)::contains);
    }

    /// Updates the member if that is why it failed: an older program cannot take unknown fields to another place.
    boolean isUpdatedToMove(Member member, RuntimeException failure) {
        var isAsked = failure instanceof RemoteException.Denied denied
                && denied.problem().remedy().startsWith("Update Tidemark")
                && fleet.hasMoved();
        if (isAsked) {
            fleet.perils().relieve(member);
            fleet.update(member);
        }
        return isAsked;
    }

    /// The failure in words.
    ///
    /// @throws Violation when no injected fault explains it
    private static String excused(FaultScript script, RuntimeException failure) {
        var isExcused = switch (failure) {
            case RemoteException.Unavailable _ -> !script.felt().isEmpty();
            case RemoteException.Denied _ -> felt(script, Fault.SIGNED_OUT_401, Fault.FORBIDDEN_403);
            case RemoteException.Corrupt _ ->
                felt(
                        script,
                        Fault.TRUNCATED,
                        Fault.BIT_FLIPPED,
                        Fault.GZIP_BOMB,
                        Fault.STALE_READ,
                        Fault.NOT_FOUND_ONCE);
            case DatabaseException.Full _ -> felt(script, Fault.DISK_FULL);
            case DatabaseException.Busy _ -> felt(script, Fault.SQLITE_BUSY);
            default -> false;
        };
        if (!isExcused) {
            throw new Violation("a round failed for no reason, after " + script.felt() + ": " + failure, failure);
        }
        return failure.getClass().getSimpleName() + " after " + script.felt();
    }
}
