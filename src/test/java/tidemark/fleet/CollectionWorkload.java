package tidemark.fleet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tidemark.library.records.Collection;
import tidemark.library.records.CollectionId;
import tidemark.library.records.Colour;
import tidemark.library.records.InsertAt;
import tidemark.library.records.Label;
import tidemark.library.records.ProjectId;

/// The acts of a person on collections and labels.
final class CollectionWorkload {
    private static final int ENOUGH = 4;

    private final Member member;
    private final Words words;
    private final RandomGenerator random;

    CollectionWorkload(Member member, Words words, RandomGenerator random) {
        this.member = member;
        this.words = words;
        this.random = random;
    }

    void act() {
        switch (random.nextInt(10)) {
            case 0, 1 -> collection();
            case 2, 3 -> nest();
            case 4 -> moveProject();
            case 5, 6 -> label();
            case 7 -> rename();
            case 8 -> recolour();
            default -> removeLabel();
        }
    }

    private void collection() {
        var all = member.library().collections().all();
        var word = words.word();
        if (all.size() < ENOUGH && random.nextBoolean()) {
            var made = member.library().collections().create(word);
            member.liveWrites().wrote("collection", made.id().text(), "name", word);
        } else {
            any(all).ifPresent(collection -> {
                member.library()
                        .collections()
                        .save(collection, collection.details().withName(word));
                member.liveWrites().wrote("collection", collection.id().text(), "name", word);
            });
        }
    }

    private void nest() {
        var all = member.library().collections().all();
        var into = any(all).map(Collection::id).filter(_ -> random.nextInt(4) > 0);
        any(all).ifPresent(collection -> {
            if (random.nextBoolean()) {
                member.library().collections().move(collection, into);
            } else {
                member.library().collections().move(collection, into, new InsertAt.First<>());
            }
        });
    }

    private void moveProject() {
        var project = any(ids("project")).map(ProjectId::new);
        var into = any(ids("collection")).map(CollectionId::new).filter(_ -> random.nextInt(4) > 0);
        project.flatMap(id -> member.library().projects().find(id))
                .ifPresent(found -> member.library().projects().move(found, into));
    }

    private String name() {
        var name = "label" + random.nextInt(3);
        return random.nextInt(3) == 0 ? name.toUpperCase(Locale.ROOT) : name;
    }

    private void label() {
        any(ids("project")).ifPresent(project -> member.library().labels().add(new ProjectId(project), name()));
    }

    private void rename() {
        anyLabel().ifPresent(label -> member.library().labels().rename(label, name()));
    }

    private Optional<Label> anyLabel() {
        return any(member.library().labels().all());
    }

    private void recolour() {
        anyLabel()
                .ifPresent(label -> member.library()
                        .labels()
                        .recolour(label, Colour.CHOICES.get(random.nextInt(Colour.CHOICES.size()))));
    }

    private void removeLabel() {
        anyLabel().ifPresent(label -> {
            if (random.nextBoolean()) {
                member.library().labels().delete(label.id());
            } else {
                any(ids("project"))
                        .ifPresent(project -> member.library().labels().remove(new ProjectId(project), label.id()));
            }
        });
    }

    private List<String> ids(String table) {
        return member.ids(table);
    }

    private <T> Optional<T> any(List<T> all) {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }
}
