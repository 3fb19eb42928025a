package tidemark.fleet;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import tidemark.conflict.ConflictPolicy;
import tidemark.db.DatabaseException;
import tidemark.remote.RemoteException;
import tidemark.sync.SyncResult;

/// One run of a schedule: every step, then quiet rounds until nothing changes, then all the checks.
final class SimulationRun implements AutoCloseable {
    private static final int MAX_QUIET_PASSES = 16;

    private final Schedule schedule;
    private final Fleet fleet;
    private final Rounds rounds;
    private final RollbackWorkload rollbacks;
    private final TransferRounds transfers;
    private final List<String> trace = new ArrayList<>();

    SimulationRun(Schedule schedule, Path folder, Defect planted, Templates templates) {
        this.schedule = schedule;
        this.fleet = new Fleet(schedule, folder, planted, templates);
        this.rounds = new Rounds(fleet);
        this.rollbacks = new RollbackWorkload(fleet, rounds);
        this.transfers = new TransferRounds(fleet);
    }

    /// A line for each step and for each quiet round.
    List<String> trace() {
        return trace;
    }

    /// How often each fault was injected.
    FaultCounts faultCounts() {
        return fleet.faultCounts();
    }

    /// Carries out all steps and checks the fleet at rest.
    ///
    /// @throws Violation when something does not hold that must
    void run() {
        for (var step : schedule.steps()) {
            trace.add(step + " -> " + carryOut(step));
            fleet.contentOracle().check();
        }
        quiesceAndCheck();
        trace.add("at rest: " + fleet.summary());
    }

    /// Syncs until nothing changes any more, adds a new device, and asks the oracle of a fleet at rest.
    void quiesceAndCheck() {
        var random = new Random(schedule.seed());
        quiesce(random);
        addNewcomer(random);
        new RestOracle(fleet).check();
        fleet.contentOracle().checkAtRest();
    }

    /// The devices.
    Fleet fleet() {
        return fleet;
    }

    private String carryOut(Step step) {
        var member = fleet.member(step.member());
        var random = step.random();
        fleet.clock().advance(Duration.ofSeconds(random.nextInt(5)));
        return switch (step.kind()) {
            case ACT -> act(member, random);
            case ACT_ON_FULL_DISK -> actOnFullDisk(member, random);
            case ACT_WHILE_LOCKED -> actWhileLocked(member, random);
            case SYNC -> sync(member, faultScript(step, random), random);
            case DECIDE -> rollbacks.decide(member, faultScript(step, random), random);
            case TRUNCATE_HISTORY ->
                rounds.truncateHistory(member, faultScript(step, random)).description();
            case DELIVER_WRITE -> fleet.deliverDelayed(random);
            case WAIT -> fleet.wait(Duration.ofMinutes(1 + random.nextInt(15)));
            case JUMP_CLOCK -> fleet.jump(member, Duration.ofDays(random.nextInt(731) - 365L));
            case RESTART -> done(member::restart);
            case KILL -> done(member::kill);
            case BACK_UP -> fleet.backUp(member);
            case RESTORE -> fleet.restore(member);
            case CLONE -> fleet.copyDevice(member);
            case ADD -> fleet.add(member);
            case UPDATE -> fleet.update(member);
            case COPY_REMOTE -> fleet.disasters().copyAway();
            case ROLL_BACK_REMOTE -> fleet.disasters().rollBack();
            case EMPTY_REMOTE -> fleet.disasters().empty();
            case SWAP_REMOTE -> fleet.disasters().swap();
            case LOSE_BATCH -> fleet.holes().lose(random);
            case MEND_REMOTE -> fleet.holes().mend(member) ? "a batch is missing still" : "none is missing";
            case DELETE_HINTS -> fleet.disasters().deleteHints();
            case STALE_CHECKPOINT -> fleet.disasters().restoreOlderCheckpoint();
            case LOSE_POWER -> fleet.losePower();
            case KEEP_VERSIONS -> fleet.keepVersions();
            case SCRIBBLE -> scribble(member, random);
            case FILE -> new FileWorkload(fleet, member, random).act();
            case TRANSFER -> transfers.run(member, faultScript(step, random), random);
        };
    }

    /// Runs a round. Afterwards the person may type an old value back while the fate of the outgoing batch is unknown:
    /// a wrong guess about it loses that edit.
    private String sync(Member member, FaultScript script, RandomGenerator random) {
        var outcome = rounds.sync(member, script, random);
        var words = outcome.description();
        if (outcome.isUpToDate() && script.suffered().isEmpty()) {
            fleet.contentOracle().requireNothingHeldUp(member);
        }
        if (member.database().read(sql -> new LibraryReader(sql).isSending()) && random.nextInt(3) == 0) {
            fleet.person(member).takeBack();
        }
        return words;
    }

    private FaultScript faultScript(Step step, RandomGenerator random) {
        return new FaultScript(step.faults(), random.nextLong(), fleet.faultCounts());
    }

    private static String done(Runnable what) {
        what.run();
        return "done";
    }

    private String act(Member member, RandomGenerator random) {
        fleet.person(member).act(random);
        return "done";
    }

    private String scribble(Member member, RandomGenerator random) {
        fleet.person(member).act(random);
        return new Scribbles(member, random).write(fleet.faultCounts());
    }

    private String actOnFullDisk(Member member, RandomGenerator random) {
        member.pragma("max_page_count = " + member.pages());
        try {
            fleet.person(member).act(random);
            return "there was room";
        } catch (DatabaseException.Full e) {
            fleet.faultCounts().count(Fault.DISK_FULL);
            return "full";
        } finally {
            member.pragma("max_page_count = 1000000");
        }
    }

    private String actWhileLocked(Member member, RandomGenerator random) {
        member.pragma("busy_timeout = 0");
        try (var _ = new ForeignLock(member)) {
            fleet.person(member).act(random);
            return "nothing to write";
        } catch (DatabaseException.Busy e) {
            fleet.faultCounts().count(Fault.SQLITE_BUSY);
            return "busy";
        } catch (SQLException e) {
            throw new Violation("the lock could not be taken", e);
        }
    }

    /// Heals the network and syncs all members until two passes change nothing, whatever updates that takes.
    private void quiesce(RandomGenerator random) {
        fleet.heal();
        fleet.reattachAll();
        int still = 0;
        for (int pass = 0; still < 2; pass++) {
            if (pass == MAX_QUIET_PASSES) {
                throw new Violation("the fleet does not come to rest: " + fleet.summary());
            }
            fleet.clock().advance(pause());
            long moved = 0;
            for (int i = 0; i < fleet.size(); i++) {
                moved += quiesce(fleet.member(i), random);
            }
            still = moved == 0 ? still + 1 : 0;
        }
    }

    /// Longer than a device trusts what it last saw on the remote, where that may be wrong; a hole it finds in an hour.
    private Duration pause() {
        return fleet.holes().haveBeen()
                ? Duration.ofMinutes(61)
                : Duration.ofSeconds(fleet.disasters().hasHappened() ? 700 : 5);
    }

    /// Adds a device that takes the library and has nothing to add to it.
    private void addNewcomer(RandomGenerator random) {
        var newcomer = fleet.addNewcomer();
        for (int still = 0, pass = 0; still < 2; pass++) {
            if (pass == MAX_QUIET_PASSES) {
                throw new Violation("the newcomer does not come to rest: " + fleet.summary());
            }
            still = quiesce(newcomer, random) == 0 ? still + 1 : 0;
        }
    }

    private long quiesce(Member member, RandomGenerator random) {
        return transfers.settle(member) + quiesceRows(member, random);
    }

    private long quiesceRows(Member member, RandomGenerator random) {
        var result = quietRound(member);
        trace.add("quiet round of " + member.id() + " -> " + result + " at " + member.version());
        return switch (result) {
            case SyncResult.UpToDate(var pulled, var pushed, var _) -> pulled + pushed;
            case SyncResult.UpdateNeeded(var number) -> {
                rounds.requireNewer(member, number);
                fleet.update(member);
                yield 1;
            }
            case SyncResult.RolledBack asked -> {
                if (!fleet.disasters().hasHappened()) {
                    throw new Violation("the remote is said to have gone back: " + asked.problem());
                }
                rollbacks.conclude(member, asked, random);
                yield 1;
            }
        };
    }

    private SyncResult quietRound(Member member) {
        member.network().inject(FaultScript.NONE);
        try {
            return member.sync(ConflictPolicy.ASK);
        } catch (RemoteException | DatabaseException e) {
            if (rounds.isUpdatedToMove(member, e)) {
                return new SyncResult.UpToDate(1, 0);
            }
            if (fleet.holes().explain(e)) {
                fleet.holes().close();
                return new SyncResult.UpToDate(1, 0);
            }
            throw new Violation("a quiet round of " + member.id() + " failed: " + e, e);
        }
    }

    @Override
    public void close() {
        fleet.close();
    }

    /// Runs a schedule in a temporary folder.
    static Result run(Schedule schedule, Defect planted, Templates templates) {
        var folder = TempFolders.make();
        try (var simulation = new SimulationRun(schedule, folder, planted, templates)) {
            Optional<Throwable> wrong = Optional.empty();
            try {
                simulation.run();
            } catch (RuntimeException | Error e) {
                wrong = Optional.of(e);
            }
            return new Result(wrong, simulation.trace(), simulation.faultCounts());
        } finally {
            TempFolders.remove(folder);
        }
    }

    /// The outcome of a schedule; `wrong` is what ended it early, if anything.
    record Result(Optional<Throwable> wrong, List<String> trace, FaultCounts faultCounts) {}
}
