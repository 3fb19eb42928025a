package tidemark.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import tidemark.conflict.ConflictPolicy;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;

/// The things that others do to the remote without the devices' knowledge.
final class Disasters {
    /// Longer than a device trusts what it last saw there.
    private static final Duration LONG = Duration.ofMinutes(11);

    private final Fleet fleet;
    private final RemoteStore backing;
    private final List<Map<ObjectName, RemoteObject>> copies = new ArrayList<>();
    private boolean happened;

    Disasters(Fleet fleet, RemoteStore backing) {
        this.fleet = fleet;
        this.backing = backing;
    }

    /// Whether a device is right to report that the remote was rolled back.
    boolean hasHappened() {
        return happened;
    }

    /// From now on a device is right to report it.
    void happen() {
        happened = true;
    }

    String copyAway() {
        copies.add(all());
        return copies.getLast().size() + " objects";
    }

    private Map<ObjectName, RemoteObject> all() {
        var objects = new TreeMap<ObjectName, RemoteObject>();
        for (var name : backing.list("", Optional.empty(), 100_000)) {
            backing.get(name, 1 << 30).ifPresent(object -> objects.put(name, object));
        }
        return objects;
    }

    private void replaceBy(Map<ObjectName, RemoteObject> objects) {
        var _ = fleet.durability().read();
        fleet.contentOracle().taking(objects.keySet());
        backing.list("", Optional.empty(), 100_000).forEach(backing::delete);
        objects.forEach((name, object) ->
                backing.put(name, Body.of(object.bytes()), object.info().metadata()));
        fleet.clock().advance(LONG);
        fleet.delayedWrites().dropAll();
        happen();
        fleet.durability().acceptRollback();
    }

    String rollBack() {
        var older = copies.stream().filter(objects -> !objects.equals(all())).findFirst();
        if (older.isEmpty()) {
            return "nothing is older";
        }
        replaceBy(older.get());
        fleet.faultCounts().count(Fault.REMOTE_ROLLED_BACK);
        return "done";
    }

    String empty() {
        replaceBy(Map.of());
        fleet.faultCounts().count(Fault.REMOTE_EMPTIED);
        return "done";
    }

    String swap() {
        replaceBy(foreignLibrary());
        fleet.faultCounts().count(Fault.REMOTE_SWAPPED);
        return "done";
    }

    /// The objects that the device of another person puts into an empty place of the same kind.
    private Map<ObjectName, RemoteObject> foreignLibrary() {
        var kind = backing.createsAtomically() ? SimStore.Kind.BUCKET : SimStore.Kind.SERVER;
        var place = new SimStore(kind, "elsewhere");
        var network = new SimNetwork(place, (_, _) -> {}, fleet.delayedWrites());
        var host = new Member.Host(
                TempFolders.within(fleet.folder(), "stranger"),
                "stranger",
                "stranger",
                new SimClock.Watch(fleet.clock(), Duration.ZERO),
                fleet.shared());
        var member = new Member(host, Program.OLD, network, Optional.empty());
        try {
            fleet.stranger(member).act(new Random(8));
            member.sync(ConflictPolicy.ASK);
        } finally {
            member.close();
        }
        return new Disasters(fleet, place).all();
    }

    String deleteHints() {
        for (var name : backing.list("", Optional.empty(), 100_000)) {
            if (name.equals(Names.CHECKPOINT)
                    || name.value().equals("version.txt")
                    || name.value().startsWith("devices/")) {
                backing.delete(name);
            }
        }
        fleet.faultCounts().count(Fault.HINTS_DELETED);
        return "done";
    }

    String restoreOlderCheckpoint() {
        for (var objects : copies) {
            var older = objects.get(Names.CHECKPOINT);
            if (older != null) {
                backing.put(Names.CHECKPOINT, Body.of(older.bytes()), Metadata.NONE);
                fleet.faultCounts().count(Fault.CHECKPOINT_STALE);
                return "done";
            }
        }
        return "nothing is older";
    }
}
