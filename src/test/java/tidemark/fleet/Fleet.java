package tidemark.fleet;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import tidemark.conflict.Policy;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteStore;
import tidemark.remote.folder.FragileFolder;
import tidemark.sync.StartOver;

/// The devices of one person, the storage between them, and what is remembered of both.
final class Fleet implements AutoCloseable {
    private static final int MOST = 8;

    private final Path folder;
    private final Member.Shared shared;
    private final Schedule schedule;
    private final Tide tide = new Tide();
    private final Late late = new Late();
    private final Words words = new Words();
    private final Twins twins = new Twins();
    private final Struck struck = new Struck();
    private final List<Member> members = new ArrayList<>();
    private final Map<Member, Person> people = new HashMap<>();
    private final Map<Member, Path> backups = new HashMap<>();
    private final Map<Member, Lock> locks = new HashMap<>();
    private final Map<Member, Ordeal> ordeals = new HashMap<>();
    private Disasters disasters;
    private RemoteStore shore;
    private Ledger ledger;
    private int moves;

    Fleet(Schedule schedule, Path folder, Defect planted, Templates templates) {
        this.folder = folder;
        this.schedule = schedule;
        this.shared = new Member.Shared(templates.of(schedule.seed()), tide, planted);
        this.shore = newShore();
        this.ledger = new Ledger(shore);
        this.disasters = new Disasters(this, shore);
        var random = new Random(schedule.seed());
        for (int i = 0; i < schedule.members(); i++) {
            var off = random.nextInt(3) == 0 ? Duration.ofDays(random.nextInt(731) - 365L) : Duration.ZERO;
            join("m" + i, "m" + i, off, schedule.programs().get(i), Optional.empty());
        }
        if (schedule.programs().stream().distinct().count() > 1) {
            struck.count(Fault.PROGRAMS_MIXED);
        }
    }

    private RemoteStore newShore() {
        var name = "place " + moves;
        return switch (schedule.place()) {
            case BUCKET -> new Cloud(Cloud.Kind.BUCKET, name);
            case SERVER -> new Cloud(Cloud.Kind.SERVER, name);
            case FOLDER -> FragileFolder.make(folder.resolve("remote" + moves), tide, new Random(schedule.seed()));
        };
    }

    private Member join(String id, String device, Duration off, Program program, Optional<Path> copied) {
        var mishaps = new Mishaps[1];
        var line = new Line(shore, (fault, random) -> mishaps[0].happen(fault, random), late);
        var berth = new Member.Berth(folder, id, device, new Tide.Watch(tide, off), shared);
        var member = new Member(berth, program, line, copied);
        mishaps[0] = (fault, random) -> befall(member, fault, random);
        members.add(member);
        people.put(member, new Person(member, words, twins));
        return member;
    }

    private void befall(Member member, Fault fault, RandomGenerator random) {
        switch (fault) {
            case SLOW, ANSWER_LATE -> tide.pass(Duration.ofSeconds(30 + random.nextInt(900)));
            case EDITED_IN_FLIGHT -> person(member).actInFlight(random);
            case OVERTAKEN_IN_FLIGHT -> overtake(member, random);
            case DISK_FULL -> member.pragma("max_page_count = " + member.pages());
            case SQLITE_BUSY -> lock(member);
            case KILLED_AT_REQUEST -> throw new Killed();
            case KILLED_AT_COMMIT -> member.dieAfter(1 + random.nextInt(3));
            case CACHE_TORN -> {
                member.tearCache(random);
                throw new Killed();
            }
            case STORE_WRITE_TORN -> ((FragileFolder) shore).tearNextWrite(Killed::new);
            case UNSYNCED_DROPPED -> {
                ((FragileFolder) shore).losePower();
                throw new Killed();
            }
            default -> throw new AssertionError(fault);
        }
    }

    /// Another member edits, and does a round of its own; what was late lands before or after.
    private void overtake(Member member, RandomGenerator random) {
        var other = members.get(random.nextInt(members.size()));
        if (other == member) {
            return;
        }
        if (random.nextBoolean()) {
            person(other).act(random);
        }
        late.land(random);
        try {
            var _ = other.sync(Policy.ASK);
        } catch (RemoteException e) {
            // its next round tells
        }
        late.land(random);
    }

    private void lock(Member member) {
        try {
            member.pragma("busy_timeout = 0");
            locks.put(member, new Lock(member));
        } catch (SQLException e) {
            throw new Violation("the lock could not be taken", e);
        }
    }

    /// Lays faults on the member's line.
    void lay(Member member, Ordeal ordeal) {
        ordeals.put(member, ordeal);
        member.line().lay(ordeal);
    }

    /// Takes away what a fault has laid on the member.
    void relieve(Member member) {
        member.line().lay(Ordeal.NONE);
        member.dieAfter(Integer.MAX_VALUE);
        if (shore instanceof FragileFolder quay) {
            quay.writeWhole();
        }
        try (var lock = locks.remove(member)) {
            if (lock == null) {
                member.pragma("max_page_count = 1000000");
            }
        } catch (SQLException e) {
            throw new Violation("the lock could not be given back", e);
        }
    }

    Tide tide() {
        return tide;
    }

    Struck struck() {
        return struck;
    }

    Disasters disasters() {
        return disasters;
    }

    RemoteStore shore() {
        return shore;
    }

    Ledger ledger() {
        return ledger;
    }

    Twins twins() {
        return twins;
    }

    Late late() {
        return late;
    }

    Path folder() {
        return folder;
    }

    Member.Shared shared() {
        return shared;
    }

    int size() {
        return members.size();
    }

    Member member(int number) {
        return members.get(number % members.size());
    }

    List<Member> members() {
        return members;
    }

    Person person(Member member) {
        return Objects.requireNonNull(people.get(member));
    }

    /// Somebody who shares nothing but the way of counting words.
    Person stranger(Member member) {
        return new Person(member, words, twins);
    }

    boolean hasMoved() {
        return moves > 0;
    }

    String land(RandomGenerator random) {
        late.land(random);
        return "done";
    }

    String wait(Duration time) {
        tide.pass(time);
        return time.toString();
    }

    String jump(Member member, Duration by) {
        member.berth().watch().jump(by);
        struck.count(Fault.CLOCK_JUMPED);
        return by.toString();
    }

    String backUp(Member member) {
        var copy = folder.resolve("backup-" + member.id() + ".sqlite");
        remove(copy);
        member.copyTo(copy);
        backups.put(member, copy);
        return "done";
    }

    private static void remove(Path copy) {
        for (var end : List.of("", "-wal")) {
            var _ = copy.resolveSibling(copy.getFileName() + end).toFile().delete();
        }
    }

    String restore(Member member) {
        var copy = backups.remove(member);
        if (copy == null || moves > 0) {
            return "no copy";
        }
        twins.mayBeLost(member.id(), ledger.read().days()::contains);
        member.restore(copy);
        beginAgain(member);
        struck.count(Fault.LIBRARY_RESTORED);
        return "at " + member.version();
    }

    /// What a member holds is all that it can be asked for.
    private void beginAgain(Member member) {
        var there = member.words();
        member.standing().keepOnly(there::contains);
        if (member.pending() > 0) {
            member.day(Twins.ONE).ifPresent(day -> twins.wrote(member.id(), Optional.empty(), day));
        }
    }

    String copyDevice(Member member) {
        if (members.size() >= MOST) {
            return "there are enough";
        }
        var copy = folder.resolve("clone-" + members.size() + ".sqlite");
        member.copyTo(copy);
        var twin = join("m" + members.size(), member.device(), Duration.ZERO, member.program(), Optional.of(copy));
        beginAgain(twin);
        struck.count(Fault.DEVICE_CLONED);
        return twin.id();
    }

    String update(Member member) {
        if (member.program() == Program.STRICT
                || (schedule.programs().stream().distinct().count() == 1 && moves == 0)) {
            return "there is none";
        }
        member.update(member.program().next());
        return member.program().toString();
    }

    String losePower() {
        if (shore instanceof FragileFolder quay) {
            quay.losePower();
            struck.count(Fault.UNSYNCED_DROPPED);
        }
        return "done";
    }

    /// The person has seen that the remote is not what it was, and takes all devices to a new place.
    void move() {
        var before = shore.describe();
        moves++;
        shore = newShore();
        ledger = new Ledger(shore);
        disasters = new Disasters(this, shore);
        for (var member : members) {
            member.line().leadTo(shore);
            StartOver.allow(member.database(), shore.describe(), Optional.of(before));
            member.restart();
        }
        remember();
    }

    /// The log may be another one now.
    void afterDisaster() {
        ledger = new Ledger(shore);
        remember();
    }

    /// What is on the devices at this moment is all that there is.
    void remember() {
        var days = new HashSet<String>();
        for (var member : members) {
            member.standing().beginAgain(member.rows());
            member.day(Twins.ONE).ifPresent(days::add);
        }
        twins.beginAgain(days);
    }

    /// What was edited here may have been sent or merged, but not lost.
    void requireNothingLost(Member member) {
        var missing = member.standing().words();
        if (!missing.isEmpty()) {
            missing.removeAll(ledger.read().words());
        }
        if (!missing.isEmpty()) {
            missing.removeAll(member.words());
        }
        if (!missing.isEmpty()) {
            throw new Violation(member.id() + " lost " + missing + " in a round");
        }
    }

    void calm() {
        members.forEach(this::relieve);
        late.landAll();
    }

    String summary() {
        var all = new StringBuilder(shore.describe());
        for (var member : members) {
            all.append("; ").append(member.id()).append(" at ").append(member.version());
            all.append(" ").append(member.local("stateHash").orElse("-"));
            all.append(" pending ").append(member.pending());
        }
        return all.toString();
    }

    @Override
    public void close() {
        for (var member : members) {
            member.line().lay(Ordeal.NONE);
            member.dieAfter(Integer.MAX_VALUE);
            try (var _ = locks.remove(member)) {
                member.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
