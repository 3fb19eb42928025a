package tidemark.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import tidemark.conflict.ConflictPolicy;
import tidemark.remote.RemoteException;
import tidemark.remote.folder.FragileFolder;

/// The faults injected into single members while they sync, and their removal.
final class MemberFaults {
    private final Fleet fleet;
    private final Map<Member, ForeignLock> locks = new HashMap<>();

    MemberFaults(Fleet fleet) {
        this.fleet = fleet;
    }

    /// Injects one fault into the member.
    void inject(Member member, Fault fault, RandomGenerator random) {
        switch (fault) {
            case SLOW, ANSWER_LATE -> fleet.clock().advance(Duration.ofSeconds(30 + random.nextInt(900)));
            case EDITED_IN_FLIGHT -> edit(member, random);
            case OVERTAKEN_IN_FLIGHT -> overtake(member, random);
            case DISK_FULL -> member.pragma("max_page_count = " + member.pages());
            case SQLITE_BUSY -> lock(member);
            case KILLED_BEFORE_REQUEST, KILLED_AFTER_REQUEST -> throw new ProcessKilled();
            case KILLED_AT_COMMIT -> member.killAfterCommits(1 + random.nextInt(3));
            case CACHE_TORN -> {
                tearCache(member.scratch(), random);
                throw new ProcessKilled();
            }
            case STORE_WRITE_TORN -> ((FragileFolder) fleet.backing()).tearNextWrite(ProcessKilled::new);
            case UNSYNCED_DROPPED -> {
                ((FragileFolder) fleet.backing()).losePower();
                throw new ProcessKilled();
            }
            default -> throw new AssertionError(fault);
        }
    }

    /// Leaves in the cache what a process leaves that is killed while it writes there.
    private static void tearCache(Path scratch, RandomGenerator random) {
        try {
            Files.createDirectories(scratch);
            for (var name : List.of("checkpoint-in.sqlite", "checkpoint-out.sqlite")) {
                var rubbish = new byte[random.nextInt(10_000)];
                random.nextBytes(rubbish);
                Files.write(scratch.resolve(name), rubbish);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Edits as from the window's own thread: now, or before one of the next uses of the library in this round.
    private void edit(Member member, RandomGenerator random) {
        member.beforeEachUse(() -> {});
        if (random.nextInt(3) > 0) {
            fleet.person(member).actInFlight(random);
            return;
        }
        var left = new AtomicInteger(random.nextInt(8));
        member.beforeEachUse(() -> {
            if (left.getAndDecrement() == 0) {
                fleet.person(member).actInFlight(random);
            }
        });
    }

    /// Another member edits and runs a round of its own; delayed writes arrive before or after it.
    private void overtake(Member member, RandomGenerator random) {
        var other = fleet.member(random.nextInt(fleet.size()));
        if (other == member || fleet.durability().decisions().isDetached(other)) {
            return;
        }
        if (random.nextBoolean()) {
            fleet.person(other).act(random);
        }
        fleet.delayedWrites().deliver(random);
        if (random.nextInt(3) == 0) {
            inject(
                    other,
                    new FaultScript(
                            List.of(new FaultScript.InjectedFault(Fault.LANDED_LATE, random.nextInt(12))),
                            0,
                            fleet.faultCounts()));
        }
        try {
            var _ = other.sync(ConflictPolicy.ASK);
        } catch (RemoteException e) {
            // its next round reports it
        } finally {
            clear(other);
        }
        fleet.delayedWrites().deliver(random);
    }

    private void lock(Member member) {
        try {
            member.pragma("busy_timeout = 0");
            locks.put(member, new ForeignLock(member));
        } catch (SQLException e) {
            throw new Violation("the lock could not be taken", e);
        }
    }

    /// Injects the faults of a script into the requests of the member.
    void inject(Member member, FaultScript script) {
        member.network().inject(script);
    }

    /// Removes every fault that was injected into the member.
    void clear(Member member) {
        member.network().inject(FaultScript.NONE);
        member.beforeEachUse(() -> {});
        member.killAfterCommits(Integer.MAX_VALUE);
        if (fleet.backing() instanceof FragileFolder fragile) {
            fragile.writeWhole();
        }
        try {
            var lock = locks.remove(member);
            if (lock != null) {
                lock.close(); // the limit of pages cannot be changed under a lock
            }
            member.pragma("max_page_count = 1000000");
        } catch (SQLException e) {
            throw new Violation("the lock could not be given back", e);
        }
    }
}
