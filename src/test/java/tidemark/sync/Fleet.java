package tidemark.sync;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import tidemark.conflict.Policy;
import tidemark.db.Json;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteStore;
import tidemark.remote.memory.FaultPlan;

/// Several devices on one store, living at random under one seed.
final class Fleet implements AutoCloseable {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /// How far the clocks of some devices are off.
    private static final List<Duration> OFF =
            List.of(Duration.ZERO, Duration.ZERO, Duration.ofDays(365), Duration.ofDays(-365));

    private static final List<Policy> POLICIES =
            List.of(Policy.ASK, Policy.ASK, Policy.ASK, Policy.ASK, Policy.MINE, Policy.THEIRS, Policy.BOTH);

    private final RandomGenerator random;
    private final List<SteppedClock> clocks = new ArrayList<>();
    private final RemoteStore store;
    private final List<Copy> devices = new ArrayList<>();
    private final Map<Copy, Person> people = new LinkedHashMap<>();
    private final Set<String> committed = new HashSet<>();
    private int words;

    Fleet(Path folder, long seed, RemoteStore store) {
        this.store = store;
        random = new Random(seed);
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            var clock = new SteppedClock(NOON.plus(OFF.get(random.nextInt(OFF.size()))));
            var device = new Copy(folder, "device" + i + "-" + seed, store, clock, new Random(seed * 31 + i));
            clocks.add(clock);
            devices.add(device);
            people.put(device, new Person(device, random, this::word));
        }
    }

    private String word() {
        return "word" + ++words + "z";
    }

    List<Copy> devices() {
        return devices;
    }

    void live(int steps) {
        for (int i = 0; i < steps; i++) {
            var device = devices.get(random.nextInt(devices.size()));
            pass(Duration.ofSeconds(random.nextInt(40)));
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3, 4 -> person(device).act();
                case 5 -> device.line.landLate(random);
                case 6 -> syncWith(device, FaultPlan.none());
                case 7 -> crashIn(device);
                default -> syncWith(device, FaultPlan.random(random, 0.2));
            }
        }
    }

    private void pass(Duration time) {
        clocks.forEach(clock -> clock.advance(time));
    }

    private Person person(Copy device) {
        return requireNonNull(people.get(device));
    }

    private void syncWith(Copy device, FaultPlan plan) {
        device.line.follow(plan);
        try {
            var result = device.sync(POLICIES.get(random.nextInt(POLICIES.size())));
            if (!(result instanceof SyncResult.UpToDate)) {
                throw new AssertionError(result);
            }
            committed.addAll(person(device).standing());
        } catch (Unavailable e) {
            stillThere(device);
        }
    }

    private void crashIn(Copy device) {
        device.line.follow(FaultPlan.throwing(random.nextInt(store.createsAtomically() ? 4 : 16), Copy.Crash::new));
        try {
            device.sync();
        } catch (Copy.Crash | Unavailable e) {
            device.restart();
        }
        stillThere(device);
    }

    /// What was edited here and is not sent yet may have been merged, but not lost.
    private void stillThere(Copy device) {
        var missing = missing(person(device).standing(), device);
        if (!missing.isEmpty()) {
            throw new AssertionError("lost in a round that failed: " + missing);
        }
    }

    /// The line is good again and everybody syncs until nobody has anything new.
    void settle() {
        for (var device : devices) {
            device.line.follow(FaultPlan.none());
            device.line.landAll();
        }
        for (int round = 0; round < 8; round++) {
            pass(Duration.ofMinutes(1));
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
        devices.forEach(each -> each.mergedAndRemoved().forEach(everything::append));
        var missing = new HashSet<>(words);
        missing.removeIf(word -> everything.indexOf(word) >= 0);
        return missing;
    }

    @Override
    public void close() {
        devices.forEach(Copy::close);
    }
}
