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
    private final RemoteStore shore;
    private final List<Map<ObjectName, RemoteObject>> kept = new ArrayList<>();
    private boolean struck;

    Disasters(Fleet fleet, RemoteStore shore) {
        this.fleet = fleet;
        this.shore = shore;
    }

    /// Whether a device is right to report that the remote was rolled back.
    boolean isNoticed() {
        return struck;
    }

    String keep() {
        kept.add(all());
        return kept.getLast().size() + " objects";
    }

    private Map<ObjectName, RemoteObject> all() {
        var objects = new TreeMap<ObjectName, RemoteObject>();
        for (var name : shore.list("", Optional.empty(), 100_000)) {
            shore.get(name, 1 << 30).ifPresent(object -> objects.put(name, object));
        }
        return objects;
    }

    private void replaceBy(Map<ObjectName, RemoteObject> objects) {
        var _ = fleet.books().read();
        shore.list("", Optional.empty(), 100_000).forEach(shore::delete);
        objects.forEach((name, object) ->
                shore.put(name, Body.of(object.bytes()), object.info().metadata()));
        fleet.tide().pass(LONG);
        fleet.late().forget();
        struck = true;
        fleet.books().goBack();
    }

    String setBack() {
        var older = kept.stream().filter(objects -> !objects.equals(all())).findFirst();
        if (older.isEmpty()) {
            return "nothing is older";
        }
        replaceBy(older.get());
        fleet.struck().count(Fault.REMOTE_RESTORED);
        return "done";
    }

    String empty() {
        replaceBy(Map.of());
        fleet.struck().count(Fault.REMOTE_EMPTIED);
        return "done";
    }

    String swap() {
        replaceBy(stranger());
        fleet.struck().count(Fault.REMOTE_SWAPPED);
        return "done";
    }

    /// The objects that the device of another person puts into an empty place of the same kind.
    private Map<ObjectName, RemoteObject> stranger() {
        var kind = shore.createsAtomically() ? SimStore.Kind.BUCKET : SimStore.Kind.SERVER;
        var place = new SimStore(kind, "elsewhere");
        var network = new SimNetwork(place, (_, _) -> {}, fleet.late());
        var berth = new Member.Berth(
                TempFolders.within(fleet.folder(), "stranger"),
                "stranger",
                "stranger",
                new SimClock.Watch(fleet.tide(), Duration.ZERO),
                fleet.shared());
        var member = new Member(berth, Program.OLD, network, Optional.empty());
        try {
            fleet.stranger(member).act(new Random(8));
            member.sync(ConflictPolicy.ASK);
        } finally {
            member.close();
        }
        return new Disasters(fleet, place).all();
    }

    String deleteHints() {
        for (var name : shore.list("", Optional.empty(), 100_000)) {
            if (name.equals(Names.CHECKPOINT)
                    || name.value().equals("version.txt")
                    || name.value().startsWith("devices/")) {
                shore.delete(name);
            }
        }
        fleet.struck().count(Fault.HINTS_DELETED);
        return "done";
    }

    String putBackCheckpoint() {
        for (var objects : kept) {
            var older = objects.get(Names.CHECKPOINT);
            if (older != null) {
                shore.put(Names.CHECKPOINT, Body.of(older.bytes()), Metadata.NONE);
                fleet.struck().count(Fault.CHECKPOINT_STALE);
                return "done";
            }
        }
        return "nothing is older";
    }
}
