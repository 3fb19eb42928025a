package tidemark.fleet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import tidemark.remote.RemoteStore;
import tidemark.remote.folder.FragileFolder;
import tidemark.sync.state.Detach;

/// The devices of one person, the storage between them, and what the oracles remember of both.
final class Fleet implements AutoCloseable {
    private static final int MAX_MEMBERS = 8;

    private final Path folder;
    private final Member.Shared shared;
    private final Schedule schedule;
    private final SimClock clock = new SimClock();
    private final DelayedWrites delayedWrites = new DelayedWrites();
    private final Words words = new Words();
    private final FaultCounts faultCounts = new FaultCounts();
    private final List<Member> members = new ArrayList<>();
    private final Map<Member, Person> people = new HashMap<>();
    private final Map<Member, Path> backups = new HashMap<>();
    private final Map<Member, Contents> contents = new HashMap<>();
    private final MemberFaults memberFaults = new MemberFaults(this);
    private final ContentOracle contentOracle = new ContentOracle(this);
    private Disasters disasters;
    private Holes holes;
    private RemoteStore backing;
    private final DurabilityOracle durability;
    private int moves;

    Fleet(Schedule schedule, Path folder, Defect planted, Templates templates) {
        this.folder = folder;
        this.schedule = schedule;
        this.shared = new Member.Shared(templates.of(schedule.seed()), clock, planted, schedule.hasAll());
        this.backing = newBacking();
        this.durability = new DurabilityOracle(this);
        this.disasters = new Disasters(this, backing);
        this.holes = new Holes(this, backing);
        var random = new Random(schedule.seed());
        for (int i = 0; i < schedule.members(); i++) {
            var offset = random.nextInt(3) == 0 ? Duration.ofDays(random.nextInt(731) - 365L) : Duration.ZERO;
            addMember("m" + i, "m" + i, offset, schedule.programs().get(i), Optional.empty());
        }
        if (schedule.programs().stream().distinct().count() > 1) {
            faultCounts.count(Fault.PROGRAMS_MIXED);
        }
    }

    private RemoteStore newBacking() {
        var name = "place " + moves;
        return switch (schedule.place()) {
            case BUCKET -> new SimStore(SimStore.Kind.BUCKET, name);
            case SERVER -> new SimStore(SimStore.Kind.SERVER, name);
            case FOLDER -> FragileFolder.make(folder.resolve("remote" + moves), clock, new Random(schedule.seed()));
        };
    }

    private Member addMember(String id, String device, Duration offset, Program program, Optional<Path> copied) {
        var requestFaults = new RequestFaults[1];
        var network = new SimNetwork(backing, (fault, random) -> requestFaults[0].inject(fault, random), delayedWrites);
        network.beforeBatchWrites(() -> durability.read());
        var host =
                new Member.Host(TempFolders.within(folder, id), id, device, new SimClock.Watch(clock, offset), shared);
        var member = new Member(host, program, network, copied);
        requestFaults[0] = (fault, random) -> memberFaults.inject(member, fault, random);
        members.add(member);
        people.put(member, new Person(member, words, durability.atomicity()));
        contents.put(member, new Contents(member, faultCounts));
        return member;
    }

    SimClock clock() {
        return clock;
    }

    FaultCounts faultCounts() {
        return faultCounts;
    }

    MemberFaults memberFaults() {
        return memberFaults;
    }

    Disasters disasters() {
        return disasters;
    }

    Holes holes() {
        return holes;
    }

    /// The store behind the networks of all members.
    RemoteStore backing() {
        return backing;
    }

    DurabilityOracle durability() {
        return durability;
    }

    Words words() {
        return words;
    }

    DelayedWrites delayedWrites() {
        return delayedWrites;
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

    /// The contents of files on the device.
    Contents contents(Member member) {
        return Objects.requireNonNull(contents.get(member));
    }

    /// Whether the device moves contents.
    boolean movesContents(Member member) {
        return schedule.hasFiles()
                && !(schedule.hasDeviceWithoutContents() && member.id().equals("m" + (schedule.members() - 1)));
    }

    /// Whether people add files.
    boolean hasFiles() {
        return schedule.hasFiles();
    }

    ContentOracle contentOracle() {
        return contentOracle;
    }

    /// The person at a device of another library, with words of the same sequence.
    Person stranger(Member member) {
        return new Person(member, words, durability.atomicity());
    }

    /// Whether the devices were ever taken to a new place.
    boolean hasMoved() {
        return moves > 0;
    }

    String deliverDelayed(RandomGenerator random) {
        delayedWrites.deliver(random);
        return "done";
    }

    String wait(Duration time) {
        clock.advance(time);
        return time.toString();
    }

    String jump(Member member, Duration by) {
        member.host().watch().jump(by);
        faultCounts.count(Fault.CLOCK_JUMPED);
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
        durability.atomicity().mayBeLost(member.id(), durability.read().days()::contains);
        member.restore(copy);
        person(member).closeDrafts();
        resetOracles(member);
        faultCounts.count(Fault.LIBRARY_RESTORED);
        return "at " + member.version();
    }

    /// After a library was replaced, only what it holds now may be demanded of it.
    private void resetOracles(Member member) {
        var there = member.words();
        member.liveWrites().retain(there::contains);
        if (member.pending() > 0) {
            member.day(AtomicityOracle.ONE)
                    .ifPresent(
                            day -> durability.atomicity().wrote(member.id(), member.baseDay(AtomicityOracle.ONE), day));
        }
    }

    String copyDevice(Member member) {
        if (members.size() >= MAX_MEMBERS) {
            return "there are enough";
        }
        var copy = folder.resolve("clone-" + members.size() + ".sqlite");
        member.copyTo(copy);
        var twin = addMember("m" + members.size(), member.device(), Duration.ZERO, member.program(), Optional.of(copy));
        contents(twin).copyFrom(contents(member));
        resetOracles(twin);
        faultCounts.count(Fault.DEVICE_CLONED);
        return twin.id();
    }

    /// Adds a device without the library while all others go on.
    String add(Member member) {
        if (members.size() >= MAX_MEMBERS) {
            return "there are enough";
        }
        var id = "m" + members.size();
        return addMember(id, id, Duration.ZERO, member.program(), Optional.empty())
                .id();
    }

    /// Adds the device that joins a fleet at rest.
    Member addNewcomer() {
        return addMember("newcomer", "newcomer", Duration.ZERO, member(0).program(), Optional.empty());
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
        if (backing instanceof FragileFolder fragile) {
            fragile.losePower();
            faultCounts.count(Fault.UNSYNCED_DROPPED);
        }
        return "done";
    }

    String keepVersions() {
        if (backing instanceof SimStore bucket && !bucket.keepsVersions()) {
            bucket.keepVersions();
            faultCounts.count(Fault.VERSIONS_KEPT);
            return "done";
        }
        return "kept already";
    }

    /// Takes all devices to a new, empty place, as a person does who has seen that the remote is not what it was.
    void move() {
        var before = backing.describe();
        contentOracle.moving();
        moves++;
        backing = newBacking();
        disasters = new Disasters(this, backing);
        holes = new Holes(this, backing);
        for (var member : members) {
            var _ = durability.decisions().reattach(member);
            member.network().connectTo(backing);
            Detach.allow(member.database(), backing.describe(), Optional.of(before));
            member.restart();
        }
        durability.reset();
    }

    /// Gives every device its remote back, with all that was edited without it.
    void reattachAll() {
        for (var member : members) {
            durability.requireNothingLost(member);
            var _ = durability.decisions().reattach(member);
        }
    }

    /// Heals the network: takes all faults from the members and delivers every delayed write.
    void heal() {
        members.forEach(memberFaults::clear);
        delayedWrites.deliverAll();
    }

    /// The version, the state hash and the number of pending rows of each member, for messages.
    String summary() {
        var all = new StringBuilder(backing.describe());
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
            memberFaults.clear(member);
            member.close();
        }
    }
}
