package tidemark.fleet;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tidemark.conflict.Policy;
import tidemark.db.DatabaseException;
import tidemark.remote.RemoteException;
import tidemark.sync.SyncResult;

/// Carries out a schedule: every step, then a quiet time in which everything comes to rest, then all the checks.
final class Voyage implements AutoCloseable {
    private static final List<Policy> POLICIES =
            List.of(Policy.ASK, Policy.ASK, Policy.ASK, Policy.ASK, Policy.MINE, Policy.THEIRS, Policy.BOTH);
    private static final int LONGEST_QUIET = 16;

    private final Schedule schedule;
    private final Fleet fleet;
    private final List<String> trace = new ArrayList<>();

    Voyage(Schedule schedule, Path folder, Defect planted, Templates templates) {
        this.schedule = schedule;
        this.fleet = new Fleet(schedule, folder, planted, templates);
    }

    /// What happened, step by step.
    List<String> trace() {
        return trace;
    }

    Struck struck() {
        return fleet.struck();
    }

    /// @throws Violation when something does not hold that must
    void sail() {
        for (var step : schedule.steps()) {
            trace.add(step + " -> " + take(step));
        }
        rest();
        trace.add("at rest: " + fleet.summary());
    }

    /// Lets everything come to rest, and looks whether all is well then.
    void rest() {
        settle();
        new Inspection(fleet).inspect();
    }

    Fleet fleet() {
        return fleet;
    }

    private String take(Step step) {
        var member = fleet.member(step.member());
        var random = step.random();
        fleet.tide().pass(Duration.ofSeconds(random.nextInt(5)));
        return switch (step.kind()) {
            case ACT -> act(member, random);
            case ACT_ON_FULL_DISK -> actOnFullDisk(member, random);
            case ACT_WHILE_LOCKED -> actWhileLocked(member, random);
            case SYNC -> round(member, new Ordeal(step.blows(), random.nextLong(), fleet.struck()), random);
            case LAND -> fleet.land(random);
            case WAIT -> fleet.wait(Duration.ofMinutes(1 + random.nextInt(15)));
            case JUMP -> fleet.jump(member, Duration.ofDays(random.nextInt(731) - 365L));
            case RESTART -> done(member::restart);
            case KILL -> done(member::kill);
            case BACK_UP -> fleet.backUp(member);
            case RESTORE -> fleet.restore(member);
            case CLONE -> fleet.copyDevice(member);
            case UPDATE -> fleet.update(member);
            case KEEP_REMOTE -> fleet.disasters().keep();
            case SET_REMOTE_BACK -> fleet.disasters().setBack();
            case EMPTY_REMOTE -> fleet.disasters().empty();
            case SWAP_REMOTE -> fleet.disasters().swap();
            case DELETE_HINTS -> fleet.disasters().deleteHints();
            case STALE_CHECKPOINT -> fleet.disasters().putBackCheckpoint();
            case LOSE_POWER -> fleet.losePower();
        };
    }

    private static String done(Runnable what) {
        what.run();
        return "done";
    }

    private String act(Member member, RandomGenerator random) {
        fleet.person(member).act(random);
        return "done";
    }

    private String actOnFullDisk(Member member, RandomGenerator random) {
        member.pragma("max_page_count = " + member.pages());
        try {
            fleet.person(member).act(random);
            return "there was room";
        } catch (DatabaseException.Full e) {
            fleet.struck().count(Fault.DISK_FULL);
            return "full";
        } finally {
            member.pragma("max_page_count = 1000000");
        }
    }

    private String actWhileLocked(Member member, RandomGenerator random) {
        member.pragma("busy_timeout = 0");
        try (var _ = new Lock(member)) {
            fleet.person(member).act(random);
            return "nothing to write";
        } catch (DatabaseException.Busy e) {
            fleet.struck().count(Fault.SQLITE_BUSY);
            return "busy";
        } catch (SQLException e) {
            throw new Violation("the lock could not be taken", e);
        }
    }

    private String round(Member member, Ordeal ordeal, RandomGenerator random) {
        fleet.perils().lay(member, ordeal);
        try {
            var result = member.sync(POLICIES.get(random.nextInt(POLICIES.size())));
            fleet.perils().relieve(member);
            return outcome(member, ordeal, result);
        } catch (RemoteException | DatabaseException e) {
            return updatedToMove(member, e) ? "updated" : excused(ordeal, e);
        } catch (Killed e) {
            fleet.perils().relieve(member);
            member.kill();
            return "killed";
        } finally {
            fleet.perils().relieve(member);
            fleet.requireNothingLost(member);
        }
    }

    private String outcome(Member member, Ordeal ordeal, SyncResult result) {
        switch (result) {
            case SyncResult.UpToDate _ -> {}
            case SyncResult.UpdateNeeded(var number) -> {
                requireNewer(member, number);
            }
            case SyncResult.WentBack(var problem, var _) -> {
                if (fleet.disasters().isNoticed()) {
                    fleet.move();
                } else if (!felt(ordeal, Fault.STALE_READ, Fault.NOT_FOUND_ONCE)) {
                    throw new Violation("the remote is said to have gone back: " + problem);
                }
            }
        }
        return result + " at " + member.version();
    }

    /// Somebody has the program that is asked for.
    private void requireNewer(Member member, int number) {
        var isThere = fleet.members().stream()
                .anyMatch(each -> each.program().schema().minReader() == number);
        if (number <= member.program().schema().number() || !isThere) {
            throw new Violation("an update is asked for that nobody needs: " + number);
        }
    }

    private static boolean felt(Ordeal ordeal, Fault first, Fault... others) {
        return ordeal.felt().stream().anyMatch(EnumSet.of(first, others)::contains);
    }

    /// What is kept for a newer program cannot be taken to another place by an older one.
    private boolean updatedToMove(Member member, RuntimeException failure) {
        var isAsked = failure instanceof RemoteException.Denied denied
                && denied.problem().remedy().startsWith("Update Tidemark")
                && fleet.hasMoved();
        if (isAsked) {
            fleet.perils().relieve(member);
            fleet.update(member);
        }
        return isAsked;
    }

    /// A failure must come from a fault that explains it.
    private static String excused(Ordeal ordeal, RuntimeException failure) {
        var isExcused = switch (failure) {
            case RemoteException.Unavailable _ -> !ordeal.felt().isEmpty();
            case RemoteException.Denied _ -> felt(ordeal, Fault.SIGNED_OUT_401, Fault.FORBIDDEN_403);
            case RemoteException.Corrupt _ ->
                felt(
                        ordeal,
                        Fault.TRUNCATED,
                        Fault.BIT_FLIPPED,
                        Fault.GZIP_BOMB,
                        Fault.STALE_READ,
                        Fault.NOT_FOUND_ONCE);
            case DatabaseException.Full _ -> felt(ordeal, Fault.DISK_FULL);
            case DatabaseException.Busy _ -> felt(ordeal, Fault.SQLITE_BUSY);
            default -> false;
        };
        if (!isExcused) {
            throw new Violation("a round failed for no reason, after " + ordeal.felt() + ": " + failure, failure);
        }
        return failure.getClass().getSimpleName() + " after " + ordeal.felt();
    }

    /// The line is good, everybody syncs until nobody has anything new, whatever program that takes.
    private void settle() {
        fleet.calm();
        int still = 0;
        for (int pass = 0; still < 2; pass++) {
            if (pass == LONGEST_QUIET) {
                throw new Violation("the fleet does not come to rest: " + fleet.summary());
            }
            fleet.tide().pass(Duration.ofSeconds(fleet.disasters().isNoticed() ? 700 : 5));
            long moved = 0;
            for (int i = 0; i < fleet.size(); i++) {
                moved += settle(fleet.member(i));
            }
            still = moved == 0 ? still + 1 : 0;
        }
    }

    private long settle(Member member) {
        var result = quietRound(member);
        trace.add("quiet round of " + member.id() + " -> " + result + " at " + member.version());
        return switch (result) {
            case SyncResult.UpToDate(var pulled, var pushed) -> pulled + pushed;
            case SyncResult.UpdateNeeded(var number) -> {
                requireNewer(member, number);
                fleet.update(member);
                yield 1;
            }
            case SyncResult.WentBack(var problem, var _) -> {
                if (!fleet.disasters().isNoticed()) {
                    throw new Violation("the remote is said to have gone back: " + problem);
                }
                fleet.move();
                yield 1;
            }
        };
    }

    private SyncResult quietRound(Member member) {
        member.line().lay(Ordeal.NONE);
        try {
            return member.sync(Policy.ASK);
        } catch (RemoteException | DatabaseException e) {
            if (updatedToMove(member, e)) {
                return new SyncResult.UpToDate(1, 0);
            }
            throw new Violation("a quiet round of " + member.id() + " failed: " + e, e);
        }
    }

    @Override
    public void close() {
        fleet.close();
    }

    /// Carries out a schedule in a folder that is gone afterwards.
    static Result run(Schedule schedule, Defect planted, Templates templates) {
        var folder = Berths.make();
        try (var voyage = new Voyage(schedule, folder, planted, templates)) {
            Optional<Throwable> wrong = Optional.empty();
            try {
                voyage.sail();
            } catch (RuntimeException | Error e) {
                wrong = Optional.of(e);
            }
            return new Result(wrong, voyage.trace(), voyage.struck());
        } finally {
            Berths.remove(folder);
        }
    }

    /// What came of a schedule.
    record Result(Optional<Throwable> wrong, List<String> trace, Struck struck) {}
}
