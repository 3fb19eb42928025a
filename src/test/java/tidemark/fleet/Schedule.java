package tidemark.fleet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;

/// The make-up of a fleet and the steps it goes through.
///
/// @param members how many devices there are at first
/// @param place the kind of storage of the remote
/// @param programs of the members
/// @param steps in order
record Schedule(long seed, int members, Place place, List<Program> programs, List<Step> steps) {
    /// Kinds of storage.
    enum Place {
        /// A bucket, which creates atomically.
        BUCKET,
        /// A server on which commits are made by claims.
        SERVER,
        /// A folder on a disk.
        FOLDER
    }

    /// The steps in which requests are made, and so may fail.
    private static final Set<Step.Kind> WITH_REQUESTS =
            EnumSet.of(Step.Kind.SYNC, Step.Kind.DECIDE, Step.Kind.TRUNCATE_HISTORY, Step.Kind.TRANSFER);

    private static final Set<Step.Kind> DISASTERS =
            EnumSet.of(Step.Kind.ROLL_BACK_REMOTE, Step.Kind.EMPTY_REMOTE, Step.Kind.SWAP_REMOTE, Step.Kind.LOSE_BATCH);

    /// The schedules before this one have no near-equal edits, odd rows, bulks or stores that keep other bytes: what
    /// found a planted defect before there were such stays as it was.
    private static final long FIRST_WITH_ALL = 3000;

    /// The disasters that do not come with a hole: the log that they bring back has the hole, too.
    private static final Set<Step.Kind> NO_OTHERS =
            EnumSet.of(Step.Kind.ROLL_BACK_REMOTE, Step.Kind.EMPTY_REMOTE, Step.Kind.SWAP_REMOTE);

    private static final Map<Step.Kind, Integer> WEIGHTS = weights();
    private static final Map<Step.Kind, Integer> WITH_HOLES = weightsWithHoles();
    private static final Map<Step.Kind, Integer> WITH_VERSIONS = weightsAnd(Step.Kind.KEEP_VERSIONS, 120);
    private static final Map<Step.Kind, Integer> WITH_SCRIBBLES = weightsAnd(Step.Kind.SCRIBBLE, 160);
    private static final Map<Step.Kind, Integer> WITH_FILES = weightsWithFiles();
    private static final int FILES = 9;

    /// The faults that hit contents more often than other requests.
    private static final List<Fault> CONTENT_FAULTS = List.of(
            Fault.KILLED_IN_BODY,
            Fault.KILLED_IN_BODY,
            Fault.KILLED_BEFORE_REQUEST,
            Fault.KILLED_AFTER_REQUEST,
            Fault.KILLED_AT_COMMIT,
            Fault.TRUNCATED,
            Fault.BIT_FLIPPED,
            Fault.RESET,
            Fault.ANSWER_LOST,
            Fault.LANDED_LATE,
            Fault.ANSWER_DUPLICATED,
            Fault.NOT_FOUND_ONCE);

    private static final Fault[] REQUEST_FAULTS = {
        Fault.REQUEST_LOST,
        Fault.ANSWER_LOST,
        Fault.ANSWER_LOST,
        Fault.ANSWER_LOST,
        Fault.ANSWER_DUPLICATED,
        Fault.ANSWER_LATE,
        Fault.SLOW,
        Fault.LANDED_LATE,
        Fault.LANDED_LATE,
        Fault.LANDED_LATE,
        Fault.CHECKPOINT_LATE,
        Fault.CONFLICT_409,
        Fault.OWN_SUCCESS_412,
        Fault.TOO_MANY_429,
        Fault.BUSY_503,
        Fault.SIGNED_OUT_401,
        Fault.FORBIDDEN_403,
        Fault.TRUNCATED,
        Fault.BIT_FLIPPED,
        Fault.STALE_READ,
        Fault.NOT_FOUND_ONCE,
        Fault.RESET,
        Fault.DISK_FULL,
        Fault.SQLITE_BUSY,
        Fault.KILLED_BEFORE_REQUEST,
        Fault.KILLED_AFTER_REQUEST,
        Fault.KILLED_AT_COMMIT,
        Fault.KILLED_AT_COMMIT,
        Fault.CACHE_TORN,
        Fault.STORE_WRITE_TORN,
        Fault.UNSYNCED_DROPPED,
        Fault.STALE_READ,
        Fault.EDITED_IN_FLIGHT,
        Fault.EDITED_IN_FLIGHT,
        Fault.EDITED_IN_FLIGHT,
        Fault.OVERTAKEN_IN_FLIGHT,
        Fault.OVERTAKEN_IN_FLIGHT,
        Fault.OVERTAKEN_IN_FLIGHT
    };

    /// How often a store keeps other bytes, in as many requests as there are other faults.
    private static final int KEPT_OTHERWISE = 2;

    /// The faults that few requests can suffer: they hit the first such request, whatever its number.
    private static final Set<Fault> RARE = EnumSet.of(
            Fault.CHECKPOINT_LATE,
            Fault.STALE_READ,
            Fault.CACHE_TORN,
            Fault.GZIP_BOMB,
            Fault.RESET,
            Fault.KEPT_OTHERWISE);

    /// The schedule of this seed, always the same.
    static Schedule of(long seed) {
        var random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        int members = members(random);
        var place = place(random);
        var programs = programs(random, members);
        int length = 14 + random.nextInt(18) + 3 * members;
        var steps = new ArrayList<Step>();
        var weights = weights(seed, place);
        var hadDisaster = false;
        for (int i = 0; i < length; i++) {
            var kind = hadDisaster ? afterDisaster(random, weights) : kind(random, weights);
            steps.add(step(random, i, members, kind, place, hasAll(seed)));
            hadDisaster |= DISASTERS.contains(steps.getLast().kind());
        }
        return new Schedule(seed, members, place, programs, steps);
    }

    /// Whether people make near-equal edits, and other programs odd rows and bulks.
    boolean hasAll() {
        return hasAll(seed);
    }

    private static boolean hasAll(long seed) {
        return seed >= FIRST_WITH_ALL;
    }

    /// How often each kind of step comes: in some schedules somebody deletes a batch from the middle of the log, or
    /// switches versioning on, or another tool writes into the notes of the sync.
    private static Map<Step.Kind, Integer> weights(long seed, Place place) {
        var kind = hasAll(seed) ? (int) (seed % 16) : 0;
        return switch (kind) {
            case 3 -> WITH_SCRIBBLES;
            case 7 -> WITH_HOLES;
            case FILES -> WITH_FILES;
            case 5, 13 -> place == Place.BUCKET ? WITH_VERSIONS : WEIGHTS;
            default -> WEIGHTS;
        };
    }

    /// Whether people add files.
    boolean hasFiles() {
        return hasAll(seed) && seed % 16 == FILES;
    }

    /// Whether the last device has a program that knows the rows of files and moves no content, as the first release
    /// did.
    boolean hasDeviceWithoutContents() {
        return seed / 16 % 3 == 0;
    }

    /// This schedule with some of its steps.
    Schedule only(IntPredicate isKept) {
        var some = steps.stream().filter(step -> isKept.test(step.number())).toList();
        return new Schedule(seed, members, place, programs, some);
    }

    private static int members(RandomGenerator random) {
        int draw = random.nextInt(100);
        return draw < 50 ? 2 : draw < 80 ? 3 : draw < 90 ? 4 : draw < 95 ? 5 : 6 + random.nextInt(3);
    }

    private static Place place(RandomGenerator random) {
        int draw = random.nextInt(100);
        return draw < 62 ? Place.BUCKET : draw < 92 ? Place.SERVER : Place.FOLDER;
    }

    private static List<Program> programs(RandomGenerator random, int members) {
        int draw = random.nextInt(100);
        var programs = new ArrayList<Program>();
        for (int i = 0; i < members; i++) {
            programs.add(draw < 75 || random.nextBoolean() ? Program.OLD : draw < 90 ? Program.NEWER : Program.STRICT);
        }
        return programs;
    }

    /// A person decides more often after a disaster.
    private static Step.Kind afterDisaster(RandomGenerator random, Map<Step.Kind, Integer> weights) {
        return random.nextInt(6) == 0 ? Step.Kind.DECIDE : kind(random, weights);
    }

    private static Step step(
            RandomGenerator random, int number, int members, Step.Kind drawn, Place place, boolean hasAll) {
        var kind = drawn == Step.Kind.LOSE_POWER && place != Place.FOLDER ? Step.Kind.ACT : drawn;
        var faults = kind == Step.Kind.TRANSFER
                ? contentFaults(random)
                : WITH_REQUESTS.contains(kind) ? faults(random, place, hasAll) : List.<FaultScript.InjectedFault>of();
        return new Step(number, kind, random.nextInt(members), random.nextLong(), faults);
    }

    private static List<FaultScript.InjectedFault> contentFaults(RandomGenerator random) {
        var blows = new ArrayList<FaultScript.InjectedFault>();
        for (int i = random.nextInt(3); i > 0; i--) {
            var fault = random.nextInt(3) == 0
                    ? requestFault(random, true)
                    : CONTENT_FAULTS.get(random.nextInt(CONTENT_FAULTS.size()));
            blows.add(new FaultScript.InjectedFault(fault, random.nextInt(6)));
        }
        return blows;
    }

    private static List<FaultScript.InjectedFault> faults(RandomGenerator random, Place place, boolean hasAll) {
        var blows = new ArrayList<FaultScript.InjectedFault>();
        int longest = place == Place.SERVER ? 12 : 5;
        for (int i = Math.max(0, random.nextInt(5) - 1); i > 0; i--) {
            var fault = random.nextInt(1500) == 0 ? Fault.GZIP_BOMB : requestFault(random, hasAll);
            blows.add(new FaultScript.InjectedFault(fault, RARE.contains(fault) ? 0 : random.nextInt(longest)));
        }
        return blows;
    }

    private static Fault requestFault(RandomGenerator random, boolean hasAll) {
        int drawn = random.nextInt(REQUEST_FAULTS.length + (hasAll ? KEPT_OTHERWISE : 0));
        return drawn < REQUEST_FAULTS.length ? REQUEST_FAULTS[drawn] : Fault.KEPT_OTHERWISE;
    }

    private static Step.Kind kind(RandomGenerator random, Map<Step.Kind, Integer> weights) {
        int left = random.nextInt(
                weights.values().stream().mapToInt(weight -> weight).sum());
        for (var weight : weights.entrySet()) {
            left -= weight.getValue();
            if (left < 0) {
                return weight.getKey();
            }
        }
        throw new AssertionError("unreachable");
    }

    private static Map<Step.Kind, Integer> weightsWithHoles() {
        var weights = new EnumMap<>(weights());
        weights.put(Step.Kind.LOSE_BATCH, 80);
        weights.put(Step.Kind.MEND_REMOTE, 40);
        weights.keySet().removeAll(NO_OTHERS);
        return weights;
    }

    private static Map<Step.Kind, Integer> weightsWithFiles() {
        var weights = new EnumMap<>(weights());
        weights.put(Step.Kind.ACT, 400);
        weights.put(Step.Kind.FILE, 700);
        weights.put(Step.Kind.TRANSFER, 900);
        return weights;
    }

    private static Map<Step.Kind, Integer> weightsAnd(Step.Kind kind, int weight) {
        var weights = new EnumMap<>(weights());
        weights.put(kind, weight);
        return weights;
    }

    private static Map<Step.Kind, Integer> weights() {
        var weights = new EnumMap<Step.Kind, Integer>(Step.Kind.class);
        weights.put(Step.Kind.ACT, 900);
        weights.put(Step.Kind.ACT_ON_FULL_DISK, 10);
        weights.put(Step.Kind.ACT_WHILE_LOCKED, 8);
        weights.put(Step.Kind.SYNC, 800);
        weights.put(Step.Kind.DECIDE, 20);
        weights.put(Step.Kind.TRUNCATE_HISTORY, 16);
        weights.put(Step.Kind.DELIVER_WRITE, 60);
        weights.put(Step.Kind.WAIT, 40);
        weights.put(Step.Kind.JUMP_CLOCK, 20);
        weights.put(Step.Kind.RESTART, 30);
        weights.put(Step.Kind.KILL, 20);
        weights.put(Step.Kind.BACK_UP, 30);
        weights.put(Step.Kind.RESTORE, 24);
        weights.put(Step.Kind.CLONE, 6);
        weights.put(Step.Kind.ADD, 12);
        weights.put(Step.Kind.UPDATE, 6);
        weights.put(Step.Kind.COPY_REMOTE, 40);
        weights.put(Step.Kind.ROLL_BACK_REMOTE, 20);
        weights.put(Step.Kind.EMPTY_REMOTE, 6);
        weights.put(Step.Kind.SWAP_REMOTE, 4);
        weights.put(Step.Kind.DELETE_HINTS, 10);
        weights.put(Step.Kind.STALE_CHECKPOINT, 20);
        weights.put(Step.Kind.LOSE_POWER, 40);
        return weights;
    }
}
