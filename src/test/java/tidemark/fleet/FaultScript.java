package tidemark.fleet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteStore;
import tidemark.remote.Request;
import tidemark.remote.Request.Kind;

/// The faults of one round, each at a request or, where that one cannot suffer it, at the next that can.
final class FaultScript {
    static final FaultScript NONE = new FaultScript(List.of(), 0, new FaultCounts());

    /// A fault that is due at the request of this number or later, counted from 0.
    record InjectedFault(Fault fault, int at) {
        @Override
        public String toString() {
            return fault + "@" + at;
        }
    }

    private final List<InjectedFault> faults;
    private final RandomGenerator random;
    private final FaultCounts counts;
    private final Set<Fault> suffered = EnumSet.noneOf(Fault.class);
    private int requests;

    FaultScript(List<InjectedFault> faults, long seed, FaultCounts faultCounts) {
        this.faults = new ArrayList<>(faults);
        this.random = new Random(seed);
        this.counts = faultCounts;
    }

    RandomGenerator random() {
        return random;
    }

    /// The kinds of faults that were injected in this round.
    Set<Fault> suffered() {
        return suffered;
    }

    /// Counts a fault, also one that does not come with a request.
    void count(Fault fault) {
        counts.count(fault);
        suffered.add(fault);
    }

    /// The fault to inject into this request, if one is due that it can suffer.
    Optional<Fault> next(Request request, RemoteStore backing) {
        if (this == NONE) {
            return Optional.empty();
        }
        int number = requests++;
        for (var scheduled : faults) {
            if (scheduled.at() <= number && canSuffer(request, scheduled.fault(), backing)) {
                faults.remove(scheduled);
                count(scheduled.fault());
                return Optional.of(scheduled.fault());
            }
        }
        return Optional.empty();
    }

    /// Whether a request can suffer a fault. Requests that only ask whether a name exists are those of claims: the
    /// protocol relies on their answers.
    private static boolean canSuffer(Request request, Fault fault, RemoteStore backing) {
        return switch (fault) {
            case ANSWER_DUPLICATED, LANDED_LATE, EDITED_IN_FLIGHT ->
                request.kind().isWriting();
            case CHECKPOINT_LATE -> request.kind() == Kind.PUT && request.name().equals("database.sqlite");
            case KEPT_OTHERWISE -> request.kind() == Kind.PUT && request.name().startsWith("checkpoints/");
            case CONFLICT_409, OWN_SUCCESS_412 -> request.kind() == Kind.CREATE;
            case TRUNCATED, RESET -> request.kind() == Kind.GET && exists(request, backing);
            case BIT_FLIPPED -> isWithChecksum(request) && exists(request, backing);
            case KILLED_IN_BODY ->
                request.name().startsWith("files/")
                        && (request.kind() == Kind.PUT || (request.kind() == Kind.GET && exists(request, backing)));
            case CACHE_TORN -> request.name().equals("database.sqlite") && exists(request, backing);
            case GZIP_BOMB ->
                request.kind() == Kind.GET && request.name().startsWith("changes/") && exists(request, backing);
            case STALE_READ ->
                request.kind() == Kind.GET
                        && backing instanceof SimStore store
                        && store.older(name(request)).isPresent();
            case NOT_FOUND_ONCE -> request.kind() == Kind.GET && exists(request, backing);
            case STORE_WRITE_TORN, UNSYNCED_DROPPED -> request.kind().isWriting() && !(backing instanceof SimStore);
            default -> true;
        };
    }

    /// Whether the object has a checksum of its own. `library.json` and `version.txt` have none: a wrong bit there is
    /// another value, and only the checksums of the connection guard them.
    private static boolean isWithChecksum(Request request) {
        return request.kind() == Kind.GET
                && !request.name().equals("library.json")
                && !request.name().equals("version.txt");
    }

    private static boolean exists(Request request, RemoteStore backing) {
        return ObjectName.isValid(request.name()) && backing.head(name(request)).isPresent();
    }

    private static ObjectName name(Request request) {
        return new ObjectName(request.name());
    }

    @Override
    public String toString() {
        return faults.toString();
    }
}
