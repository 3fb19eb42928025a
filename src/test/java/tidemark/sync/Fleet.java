package tidemark.sync;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import tidemark.db.Json;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.memory.FaultPlan;
import tidemark.remote.memory.MemoryStore;

/// Several devices on one store, living at random under one seed.
final class Fleet implements AutoCloseable {
    private record Place(String device, String table, String id, String field) {}

    private final RandomGenerator random;
    private final SteppedClock clock = new SteppedClock();
    private final MemoryStore store = new MemoryStore();
    private final List<Copy> devices = new ArrayList<>();
    private final Map<Place, String> standing = new HashMap<>();
    private final Set<String> committed = new HashSet<>();
    private int words;

    Fleet(Path folder, long seed) {
        random = new Random(seed);
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            devices.add(new Copy(folder, "device" + i + "-" + seed, store, clock, new Random(seed * 31 + i)));
        }
    }

    List<Copy> devices() {
        return devices;
    }

    void live(int steps) {
        for (int i = 0; i < steps; i++) {
            var device = devices.get(random.nextInt(devices.size()));
            clock.advance(Duration.ofSeconds(random.nextInt(40)));
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3, 4 -> edit(device);
                case 5 -> device.line.landLate(random);
                case 6 -> syncWith(device, FaultPlan.none());
                case 7 -> crashIn(device);
                default -> syncWith(device, FaultPlan.random(random, 0.2));
            }
        }
    }

    private void syncWith(Copy device, FaultPlan plan) {
        device.line.follow(plan);
        try {
            var result = device.sync();
            if (!(result instanceof SyncResult.UpToDate)) {
                throw new AssertionError(result);
            }
            committed.addAll(standing(device));
        } catch (Unavailable e) {
            stillThere(device);
        }
    }

    private void crashIn(Copy device) {
        device.line.follow(FaultPlan.throwing(random.nextInt(4), Copy.Crash::new));
        try {
            device.sync();
        } catch (Copy.Crash | Unavailable e) {
            device.restart();
        }
        stillThere(device);
    }

    private Set<String> standing(Copy device) {
        var words = new HashSet<String>();
        standing.forEach((place, word) -> {
            if (place.device().equals(name(device))) {
                words.add(word);
            }
        });
        return words;
    }

    /// What was edited here and is not sent yet may have been merged, but not lost.
    private void stillThere(Copy device) {
        var missing = missing(standing(device), device);
        if (!missing.isEmpty()) {
            throw new AssertionError("lost in a round that failed: " + missing);
        }
    }

    private String name(Copy device) {
        return "d" + devices.indexOf(device);
    }

    private void edit(Copy device) {
        switch (random.nextInt(12)) {
            case 0, 1 -> set(device, "project", "p" + random.nextInt(6), "title");
            case 2 -> set(device, "project", "p" + random.nextInt(6), "status");
            case 3, 4 -> line(device, "project", "p" + random.nextInt(6), "summary");
            case 5, 6 -> note(device);
            case 7, 8 -> line(device, "note", "n" + random.nextInt(8), "body");
            case 9 -> nest(device);
            case 10 -> label(device);
            default -> purge(device);
        }
    }

    private String word() {
        return "word" + ++words + "z";
    }

    private void set(Copy device, String table, String id, String field) {
        var word = word();
        device.set(table, id, field, word);
        standing.put(new Place(name(device), table, id, field), word);
    }

    /// Changes one line of a text, or adds one.
    private void line(Copy device, String table, String id, String field) {
        if (device.find(table, id).isEmpty()) {
            return;
        }
        var word = word();
        var lines = new ArrayList<>(device.text(table, id, field).lines().toList());
        var at = random.nextInt(lines.size() + 1);
        if (at < lines.size() && random.nextBoolean()) {
            var old = lines.set(at, word);
            standing.values().removeIf(old::contains);
        } else {
            lines.add(at, word);
        }
        device.set(table, id, field, String.join("\n", lines) + "\n");
        standing.put(new Place(name(device), table, id, field + "#" + word), word);
    }

    private void note(Copy device) {
        var projects = device.ids("project");
        if (!projects.isEmpty()) {
            var id = "n" + random.nextInt(8);
            device.set("note", id, "project", projects.get(random.nextInt(projects.size())));
            set(device, "note", id, "title");
        }
    }

    private void nest(Copy device) {
        var id = "c" + random.nextInt(4);
        var inside = "c" + random.nextInt(4);
        set(device, "collection", id, "name");
        if (!inside.equals(id) && device.find("collection", inside).isPresent() && !isInside(device, inside, id)) {
            device.set("collection", id, "parent", inside, "position", "m");
        }
    }

    private static boolean isInside(Copy device, String inner, String outer) {
        var current = inner;
        for (int i = 0; i < 10 && !current.isEmpty(); i++) {
            if (current.equals(outer)) {
                return true;
            }
            current = device.text("collection", current, "parent");
        }
        return false;
    }

    private void label(Copy device) {
        var label = "l" + random.nextInt(3);
        var projects = device.ids("project");
        device.set("label", label, "name", label);
        if (!projects.isEmpty()) {
            var project = projects.get(random.nextInt(projects.size()));
            device.set("project_label", project + "-" + label, "project", project, "label", label);
        }
    }

    private void purge(Copy device) {
        var projects = device.ids("project");
        if (!projects.isEmpty()) {
            device.purge("project", projects.get(random.nextInt(projects.size())));
            standing.keySet()
                    .removeIf(place -> place.device().equals(name(device))
                            && device.find(place.table(), place.id()).isEmpty());
        }
    }

    /// The line is good again and everybody syncs until nobody has anything new.
    void settle() {
        for (var device : devices) {
            device.line.follow(FaultPlan.none());
            device.line.landAll();
        }
        for (int round = 0; round < 8; round++) {
            clock.advance(Duration.ofMinutes(1));
            for (var device : devices) {
                syncWith(device, FaultPlan.none());
            }
        }
    }

    /// Words that some device had when it synced and that are nowhere now.
    Set<String> lost() {
        return missing(committed, devices.getFirst());
    }

    private Set<String> missing(Set<String> words, Copy device) {
        var everything = new StringBuilder();
        for (var name : store.list("changes/", Optional.empty(), 100_000)) {
            var bytes = store.get(name, 1 << 30).orElseThrow().bytes();
            everything.append(new String(BatchFormat.unzipped(name, bytes), StandardCharsets.UTF_8));
        }
        device.rows().values().forEach(row -> everything.append(Json.of(row)));
        var missing = new HashSet<>(words);
        missing.removeIf(word -> everything.indexOf(word) >= 0);
        return missing;
    }

    @Override
    public void close() {
        devices.forEach(Copy::close);
    }
}
