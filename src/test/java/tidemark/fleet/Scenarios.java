package tidemark.fleet;

import java.util.ArrayList;
import java.util.List;
import tidemark.conflict.Choice;
import tidemark.fleet.Schedule.Place;

/// The scenarios of the sweep: first sync, push, pull, merges, conflicts and their resolutions, checkpoints, programs
/// of different versions, new places; each on every kind of storage.
final class Scenarios {
    private static final List<Program> TWO = List.of(Program.OLD, Program.OLD);

    private final List<Scenario> all = new ArrayList<>();
    private final Place place;

    private Scenarios(Place place) {
        this.place = place;
    }

    /// Every scenario on every kind of storage.
    static List<Scenario> all() {
        var all = new ArrayList<Scenario>();
        for (var place : Place.values()) {
            all.addAll(new Scenarios(place).make());
        }
        return all;
    }

    private List<Scenario> make() {
        single();
        meetings();
        removals();
        decisions();
        otherPlaces();
        otherPrograms();
        if (place == Place.BUCKET) {
            farBehind();
        }
        return all;
    }

    private void put(String name, Scenario.Part before, Scenario.Part itself) {
        all.add(new Scenario(name, place, TWO, before, itself));
    }

    /// Both devices hold a project with a text, a note, a label and two collections.
    private static void agree(ScenarioStage scene) {
        scene.write(scene.b(), "project", "p1", "title");
        scene.add(scene.b(), "p1");
        scene.note(scene.b(), "n1", "p1");
        scene.label(scene.b(), "p1", "urgent");
        scene.write(scene.b(), "collection", "c1", "name");
        scene.write(scene.b(), "collection", "c2", "name");
        scene.sync(scene.b(), scene.a());
    }

    private void single() {
        put("first sync", scene -> agreeAlone(scene), scene -> scene.sync(scene.a()));
        put(
                "joining",
                scene -> {
                    agreeAlone(scene);
                    scene.sync(scene.b());
                },
                scene -> scene.sync(scene.a()));
        put("push", Scenarios::agree, scene -> {
            scene.write(scene.a(), "project", "p1", "title");
            scene.sync(scene.a());
        });
        put(
                "pull",
                scene -> {
                    agree(scene);
                    scene.write(scene.b(), "project", "p1", "title");
                    scene.sync(scene.b());
                },
                scene -> scene.sync(scene.a()));
        put("push twice, with a checkpoint", Scenarios::agree, scene -> {
            scene.write(scene.a(), "project", "p1", "title");
            scene.sync(scene.a());
            scene.fleet().tide().pass(java.time.Duration.ofMinutes(3));
            scene.write(scene.a(), "project", "p1", "title");
            scene.sync(scene.a());
        });
    }

    private static void agreeAlone(ScenarioStage scene) {
        scene.write(scene.a(), "project", "p1", "title");
        scene.add(scene.a(), "p1");
        scene.write(scene.b(), "project", "p1", "title");
        scene.write(scene.b(), "project", "p2", "title");
        scene.note(scene.b(), "n1", "p2");
    }

    private void met(String name, Scenario.Part there, Scenario.Part here) {
        put(
                name,
                scene -> {
                    agree(scene);
                    there.play(scene);
                    scene.sync(scene.b());
                },
                scene -> {
                    here.play(scene);
                    scene.sync(scene.a());
                });
    }

    private void meetings() {
        met("two texts", scene -> scene.add(scene.b(), "p1"), scene -> scene.add(scene.a(), "p1"));
        met(
                "two values",
                scene -> scene.write(scene.b(), "project", "p1", "title"),
                scene -> scene.write(scene.a(), "project", "p1", "title"));
        met("texts that differ", scene -> scene.rewrite(scene.b(), "p1"), scene -> scene.rewrite(scene.a(), "p1"));
        met(
                "one record made twice",
                scene -> scene.write(scene.b(), "project", "p9", "title"),
                scene -> scene.write(scene.a(), "project", "p9", "title"));
        met(
                "a circle of collections",
                scene -> scene.nest(scene.b(), "c1", "c2"),
                scene -> scene.nest(scene.a(), "c2", "c1"));
        met(
                "a label renamed and used",
                scene -> scene.rename(scene.b(), "urgent", "soon"),
                scene -> scene.label(scene.a(), "p1", "urgent"));
    }

    private void removals() {
        met(
                "trashed there, edited here",
                scene -> scene.trash(scene.b(), "p1"),
                scene -> scene.write(scene.a(), "note", "n1", "title"));
        met("the trash emptied", scene -> scene.write(scene.b(), "project", "p2", "title"), scene -> {
            scene.trash(scene.a(), "p1");
            scene.emptyTrash(scene.a());
        });
        met(
                "purged there, edited here",
                scene -> {
                    scene.trash(scene.b(), "p1");
                    scene.emptyTrash(scene.b());
                },
                scene -> scene.write(scene.a(), "note", "n1", "title"));
        met("edited there, purged here", scene -> scene.write(scene.b(), "note", "n1", "title"), scene -> {
            scene.trash(scene.a(), "p1");
            scene.emptyTrash(scene.a());
        });
    }

    private static void quarrel(ScenarioStage scene) {
        agree(scene);
        scene.write(scene.b(), "project", "p1", "title");
        scene.write(scene.a(), "project", "p1", "title");
        scene.sync(scene.b(), scene.a(), scene.b());
    }

    private void decisions() {
        put("a conflict decided", Scenarios::quarrel, scene -> {
            scene.resolve(scene.a(), new Choice.Theirs());
            scene.sync(scene.a());
        });
        put(
                "a conflict decided twice",
                scene -> {
                    quarrel(scene);
                    scene.resolve(scene.b(), new Choice.Mine());
                    scene.sync(scene.b());
                },
                scene -> {
                    scene.resolve(scene.a(), new Choice.Theirs());
                    scene.sync(scene.a());
                });
        put(
                "a decision taken back",
                scene -> {
                    quarrel(scene);
                    scene.resolve(scene.a(), new Choice.Both());
                    scene.sync(scene.a());
                },
                scene -> {
                    scene.reopen(scene.a());
                    scene.sync(scene.a());
                });
    }

    private void otherPlaces() {
        put(
                "a new place",
                scene -> {
                    agree(scene);
                    scene.move();
                },
                scene -> scene.sync(scene.a()));
    }

    private void otherPrograms() {
        all.add(new Scenario(
                "a newer program there", place, List.of(Program.OLD, Program.NEWER), Scenarios::agree, scene -> {
                    scene.set(scene.b(), "task", "t1", "title", "x");
                    scene.sync(scene.b());
                    scene.write(scene.a(), "project", "p1", "title");
                    scene.sync(scene.a());
                    scene.sync(scene.b());
                    scene.sync(scene.a());
                }));
        all.add(new Scenario(
                "an update",
                place,
                List.of(Program.OLD, Program.NEWER),
                scene -> {
                    agree(scene);
                    scene.set(scene.b(), "task", "t1", "title", "x");
                    scene.sync(scene.b(), scene.a());
                    scene.fleet().update(scene.a());
                },
                scene -> {
                    scene.set(scene.a(), "task", "t1", "body", "y");
                    scene.sync(scene.a());
                }));
    }

    private void farBehind() {
        put(
                "far behind",
                scene -> {
                    agree(scene);
                    for (int i = 0; i < 205; i++) {
                        scene.set(scene.b(), "project", "p2", "title", "t" + i);
                        scene.sync(scene.b());
                    }
                },
                scene -> {
                    scene.write(scene.a(), "project", "p1", "title");
                    scene.sync(scene.a());
                });
    }
}
