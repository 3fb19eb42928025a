package tidemark.fleet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import tidemark.conflict.ConflictPolicy;
import tidemark.problem.Problem;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;
import tidemark.sync.RemoteCheck;
import tidemark.sync.state.Progress;

/// The batches that somebody deleted from the middle of the log, and their return: from a device that holds them, or
/// else from somebody's copy.
final class Holes {
    /// What devices say of a hole: one that joins, one where devices vote, one whose batch fell into it.
    private static final List<String> EFFECTS =
            List.of("is missing on the remote, though", "The devices agreed on what", "does not follow the one before");

    private final Fleet fleet;
    private final RemoteStore backing;
    private final Map<ObjectName, RemoteObject> lost = new TreeMap<>();

    Holes(Fleet fleet, RemoteStore backing) {
        this.fleet = fleet;
        this.backing = backing;
    }

    /// Deletes a batch that is not the last.
    String lose(RandomGenerator random) {
        var batches = backing.list("changes/", Optional.empty(), 100_000).stream()
                .filter(name -> !Names.isTombstone(object(name).orElseThrow().bytes()))
                .toList();
        if (batches.size() < 2) {
            return "no batch is followed by another";
        }
        var _ = fleet.durability().read();
        var name = batches.get(random.nextInt(batches.size() - 1));
        lost.put(name, object(name).orElseThrow());
        backing.delete(name);
        fleet.disasters().happen();
        fleet.faultCounts().count(Fault.BATCH_LOST);
        return name.value();
    }

    private Optional<RemoteObject> object(ObjectName name) {
        return backing.get(name, 1 << 30);
    }

    /// Whether a batch was ever missing.
    boolean haveBeen() {
        return !lost.isEmpty();
    }

    /// Whether a hole explains the failure.
    boolean explain(RuntimeException failure) {
        return !lost.isEmpty()
                && failure instanceof RemoteException.Corrupt corrupt
                && EFFECTS.stream().anyMatch(corrupt.problem().cause()::contains);
    }

    /// Lets the member put back what it holds; returns whether anything is still missing.
    boolean mend(Member member) {
        member.network().inject(FaultScript.NONE);
        try {
            var _ = RemoteCheck.mend(member.context(ConflictPolicy.ASK), Progress.NONE);
        } catch (RemoteException e) {
            requireReason(e.problem());
        }
        return lost.keySet().stream().anyMatch(name -> object(name).isEmpty());
    }

    /// A device cannot check a remote whose programs are newer, or that is another library's by now.
    private static void requireReason(Problem problem) {
        if (problem.remedy().isBlank()) {
            throw new Violation("a check ends without a way out: " + problem);
        }
    }

    /// Closes the holes: with what the devices hold, and where none holds it, with somebody's copy.
    void close() {
        var isOpen = fleet.members().stream().allMatch(this::mend);
        if (isOpen) {
            lost.forEach((name, batch) -> {
                if (object(name).isEmpty()) {
                    backing.put(name, Body.of(batch.bytes()), Metadata.NONE);
                }
            });
        }
    }
}
