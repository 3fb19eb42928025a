package tidemark.sync;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tidemark.conflict.Choice;
import tidemark.library.LibraryId;
import tidemark.library.ProjectId;
import tidemark.schema.RecordId;

/// Who works at random on one device of a fleet, and remembers which of their words stand there.
final class Person {
    private record Place(String table, String id, String field) {}

    private final Copy device;
    private final RandomGenerator random;
    private final Supplier<String> words;
    private final Map<Place, String> standing = new HashMap<>();

    /// @param words each of them new in the whole fleet
    Person(Copy device, RandomGenerator random, Supplier<String> words) {
        this.device = device;
        this.random = random;
        this.words = words;
    }

    /// The words that this person wrote and neither wrote over nor removed.
    Set<String> standing() {
        return new HashSet<>(standing.values());
    }

    void act() {
        switch (random.nextInt(20)) {
            case 0, 1 -> set("project", "p" + random.nextInt(6), "title");
            case 2 -> set("project", "p" + random.nextInt(6), "status");
            case 3, 4 -> line("project", "p" + random.nextInt(6), "summary");
            case 5, 6 -> note();
            case 7, 8, 9 -> line("note", "n" + random.nextInt(8), "body");
            case 10, 11 -> nest();
            case 12 -> label();
            case 13 -> purge();
            case 14, 15 -> trash();
            case 16 -> restore();
            case 17 -> emptyTrash();
            case 18 -> resolve();
            default -> reopen();
        }
    }

    private void set(String table, String id, String field) {
        var word = words.get();
        device.set(table, id, field, word);
        standing.put(new Place(table, id, field), word);
    }

    /// Changes one line of a text, or adds one.
    private void line(String table, String id, String field) {
        if (device.find(table, id).isEmpty()) {
            return;
        }
        var word = words.get();
        var lines = new ArrayList<>(device.text(table, id, field).lines().toList());
        var at = random.nextInt(lines.size() + 1);
        if (at < lines.size() && random.nextBoolean()) {
            var old = lines.set(at, word);
            standing.values().removeIf(old::contains);
        } else {
            lines.add(at, word);
        }
        device.set(table, id, field, String.join("\n", lines) + "\n");
        standing.put(new Place(table, id, field + "#" + word), word);
    }

    private void note() {
        var projects = device.ids("project");
        if (!projects.isEmpty()) {
            var id = "n" + random.nextInt(8);
            device.set("note", id, "project", any(projects));
            set("note", id, "title");
        }
    }

    private void nest() {
        var id = "c" + random.nextInt(4);
        var inside = "c" + random.nextInt(4);
        set("collection", id, "name");
        if (!inside.equals(id) && device.find("collection", inside).isPresent() && !isInside(inside, id)) {
            device.set("collection", id, "parent", inside, "position", "m" + random.nextInt(3));
        }
    }

    private boolean isInside(String inner, String outer) {
        var current = inner;
        for (int i = 0; i < 10 && !current.isEmpty(); i++) {
            if (current.equals(outer)) {
                return true;
            }
            current = device.text("collection", current, "parent");
        }
        return false;
    }

    private void label() {
        var projects = device.ids("project");
        var name = "label" + random.nextInt(3);
        var spelling = random.nextBoolean() ? name : name.toUpperCase(java.util.Locale.ROOT);
        var labels = device.library().labels();
        switch (random.nextInt(4)) {
            case 0 -> labels.all().stream().findAny().ifPresent(label -> labels.rename(label, spelling));
            case 1 -> labels.all().stream().findAny().ifPresent(label -> labels.delete(label.id()));
            default -> {
                if (!projects.isEmpty()) {
                    labels.add(new ProjectId(any(projects)), spelling);
                }
            }
        }
    }

    /// Another program removes a project with all that is in it.
    private void purge() {
        var projects = device.ids("project");
        if (!projects.isEmpty()) {
            device.purge("project", any(projects));
            forget();
        }
    }

    private void forget() {
        standing.keySet()
                .removeIf(place -> device.find(place.table(), place.id()).isEmpty());
    }

    private void trash() {
        var things = new ArrayList<LibraryId>();
        for (var table : List.of("project", "note", "collection")) {
            device.ids(table).forEach(id -> things.add(LibraryId.of(new RecordId(table, id))));
        }
        if (!things.isEmpty()) {
            device.library().trash().put(List.of(any(things)));
        }
    }

    private void restore() {
        var items = device.library().trash().list();
        if (!items.isEmpty()) {
            device.library().trash().restore(List.of(any(items).id()));
        }
    }

    private void emptyTrash() {
        device.library().trash().empty();
        forget();
    }

    private void resolve() {
        var open = device.library().conflicts().open();
        if (!open.isEmpty()) {
            var choice = any(List.<Choice>of(new Choice.Mine(), new Choice.Theirs(), new Choice.Both()));
            device.library().conflicts().resolve(any(open), choice);
        }
    }

    private void reopen() {
        var resolved = device.library().conflicts().resolved();
        if (!resolved.isEmpty()) {
            device.library().conflicts().reopen(any(resolved));
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
