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
        basics();
        concurrentEdits();
        removals();
        resolutions();
        otherPlaces();
        otherPrograms();
        files();
        if (place == Place.BUCKET) {
            farBehind();
        }
        return all;
    }

    private void add(String name, Scenario.Part before, Scenario.Part itself) {
        all.add(new Scenario(name, place, TWO, before, itself));
    }

    /// Both devices hold a project with a text, a note, a label and two collections.
    private static void share(ScenarioStage stage) {
        stage.write(stage.b(), "project", "p1", "title");
        stage.add(stage.b(), "p1");
        stage.note(stage.b(), "n1", "p1");
        stage.label(stage.b(), "p1", "urgent");
        stage.write(stage.b(), "collection", "c1", "name");
        stage.write(stage.b(), "collection", "c2", "name");
        stage.sync(stage.b(), stage.a());
    }

    private void basics() {
        add("first sync", stage -> editApart(stage), stage -> stage.sync(stage.a()));
        add(
                "joining",
                stage -> {
                    editApart(stage);
                    stage.sync(stage.b());
                },
                stage -> stage.sync(stage.a()));
        add("push", Scenarios::share, stage -> {
            stage.write(stage.a(), "project", "p1", "title");
            stage.sync(stage.a());
        });
        add(
                "pull",
                stage -> {
                    share(stage);
                    stage.write(stage.b(), "project", "p1", "title");
                    stage.sync(stage.b());
                },
                stage -> stage.sync(stage.a()));
        add("push twice, with a checkpoint", Scenarios::share, stage -> {
            stage.write(stage.a(), "project", "p1", "title");
            stage.sync(stage.a());
            stage.fleet().clock().advance(java.time.Duration.ofMinutes(3));
            stage.write(stage.a(), "project", "p1", "title");
            stage.sync(stage.a());
        });
    }

    private static void editApart(ScenarioStage stage) {
        stage.write(stage.a(), "project", "p1", "title");
        stage.add(stage.a(), "p1");
        stage.write(stage.b(), "project", "p1", "title");
        stage.write(stage.b(), "project", "p2", "title");
        stage.note(stage.b(), "n1", "p2");
    }

    private void bothEdit(String name, Scenario.Part there, Scenario.Part here) {
        add(
                name,
                stage -> {
                    share(stage);
                    there.run(stage);
                    stage.sync(stage.b());
                },
                stage -> {
                    here.run(stage);
                    stage.sync(stage.a());
                });
    }

    private void concurrentEdits() {
        bothEdit("two texts", stage -> stage.add(stage.b(), "p1"), stage -> stage.add(stage.a(), "p1"));
        bothEdit(
                "two values",
                stage -> stage.write(stage.b(), "project", "p1", "title"),
                stage -> stage.write(stage.a(), "project", "p1", "title"));
        bothEdit("texts that differ", stage -> stage.rewrite(stage.b(), "p1"), stage -> stage.rewrite(stage.a(), "p1"));
        bothEdit(
                "one record made twice",
                stage -> stage.write(stage.b(), "project", "p9", "title"),
                stage -> stage.write(stage.a(), "project", "p9", "title"));
        all.add(new Scenario(
                "three devices in one place",
                place,
                List.of(Program.OLD, Program.OLD, Program.OLD),
                stage -> {
                    share(stage);
                    stage.sync(stage.c());
                    for (var member : List.of(stage.b(), stage.c(), stage.a())) {
                        stage.write(member, "project", "p1", "title");
                        stage.rewrite(member, "p1");
                    }
                    stage.sync(stage.b(), stage.c());
                },
                stage -> stage.sync(stage.a())));
        bothEdit(
                "a text that differs only in case",
                stage -> stage.near(stage.b(), "n1"),
                stage -> stage.near(stage.a(), "n1"));
        bothEdit("a row that no batch can hold", stage -> stage.add(stage.b(), "p1"), stage -> {
            stage.odd(stage.a());
            stage.write(stage.a(), "project", "p1", "title");
        });
        bothEdit("a bulk", stage -> stage.add(stage.b(), "p1"), stage -> stage.bulk(stage.a()));
        bothEdit(
                "a circle of collections",
                stage -> stage.nest(stage.b(), "c1", "c2"),
                stage -> stage.nest(stage.a(), "c2", "c1"));
        bothEdit(
                "a label renamed and used",
                stage -> stage.rename(stage.b(), "urgent", "soon"),
                stage -> stage.label(stage.a(), "p1", "urgent"));
    }

    private void removals() {
        bothEdit(
                "trashed there, edited here",
                stage -> stage.trash(stage.b(), "p1"),
                stage -> stage.write(stage.a(), "note", "n1", "title"));
        bothEdit("the trash emptied", stage -> stage.write(stage.b(), "project", "p2", "title"), stage -> {
            stage.trash(stage.a(), "p1");
            stage.emptyTrash(stage.a());
        });
        bothEdit(
                "purged there, edited here",
                stage -> {
                    stage.trash(stage.b(), "p1");
                    stage.emptyTrash(stage.b());
                },
                stage -> stage.write(stage.a(), "note", "n1", "title"));
        bothEdit("edited there, purged here", stage -> stage.write(stage.b(), "note", "n1", "title"), stage -> {
            stage.trash(stage.a(), "p1");
            stage.emptyTrash(stage.a());
        });
    }

    private static void makeConflict(ScenarioStage stage) {
        share(stage);
        stage.write(stage.b(), "project", "p1", "title");
        stage.write(stage.a(), "project", "p1", "title");
        stage.sync(stage.b(), stage.a(), stage.b());
    }

    private void resolutions() {
        add("a conflict decided", Scenarios::makeConflict, stage -> {
            stage.resolve(stage.a(), new Choice.Theirs());
            stage.sync(stage.a());
        });
        add(
                "a conflict decided twice",
                stage -> {
                    makeConflict(stage);
                    stage.resolve(stage.b(), new Choice.Mine());
                    stage.sync(stage.b());
                },
                stage -> {
                    stage.resolve(stage.a(), new Choice.Theirs());
                    stage.sync(stage.a());
                });
        add(
                "a decision taken back",
                stage -> {
                    makeConflict(stage);
                    stage.resolve(stage.a(), new Choice.Both());
                    stage.sync(stage.a());
                },
                stage -> {
                    stage.reopen(stage.a());
                    stage.sync(stage.a());
                });
    }

    private void otherPlaces() {
        add(
                "a new place",
                stage -> {
                    share(stage);
                    stage.move();
                },
                stage -> stage.sync(stage.a()));
    }

    private void otherPrograms() {
        all.add(new Scenario(
                "a newer program there", place, List.of(Program.OLD, Program.NEWER), Scenarios::share, stage -> {
                    stage.set(stage.b(), "task", "t1", "title", "x");
                    stage.sync(stage.b());
                    stage.write(stage.a(), "project", "p1", "title");
                    stage.sync(stage.a());
                    stage.sync(stage.b());
                    stage.sync(stage.a());
                }));
        all.add(new Scenario(
                "an update",
                place,
                List.of(Program.OLD, Program.NEWER),
                stage -> {
                    share(stage);
                    stage.set(stage.b(), "task", "t1", "title", "x");
                    stage.sync(stage.b(), stage.a());
                    stage.fleet().update(stage.a());
                },
                stage -> {
                    stage.set(stage.a(), "task", "t1", "body", "y");
                    stage.sync(stage.a());
                }));
    }

    private void addWithFiles(String name, Scenario.Part before, Scenario.Part itself) {
        all.add(new Scenario(name, place, TWO, before, itself).withFiles());
    }

    private void files() {
        addWithFiles("a file is added", Scenarios::share, stage -> {
            stage.file(stage.a(), "p1", 3500);
            stage.transfer(stage.a());
            stage.sync(stage.a());
        });
        addWithFiles(
                "a file is fetched",
                stage -> {
                    share(stage);
                    stage.file(stage.b(), "p1", 3500);
                    stage.file(stage.b(), "p1", 0);
                    stage.transfer(stage.b());
                    stage.sync(stage.b());
                },
                stage -> {
                    stage.sync(stage.a());
                    stage.transfer(stage.a());
                });
        addWithFiles(
                "an upload goes on after a kill",
                stage -> {
                    share(stage);
                    stage.file(stage.a(), "p1", 5000);
                    stage.killInBody(stage.a(), 4);
                },
                stage -> {
                    stage.transfer(stage.a());
                    stage.sync(stage.a());
                });
        addWithFiles(
                "a fetch goes on after a kill",
                stage -> {
                    share(stage);
                    stage.file(stage.b(), "p1", 5000);
                    stage.transfer(stage.b());
                    stage.sync(stage.b(), stage.a());
                    stage.killInBody(stage.a(), 0);
                },
                stage -> stage.transfer(stage.a()));
    }

    private void farBehind() {
        add(
                "far behind",
                stage -> {
                    share(stage);
                    for (int i = 0; i < 205; i++) {
                        stage.set(stage.b(), "project", "p2", "title", "t" + i);
                        stage.sync(stage.b());
                    }
                },
                stage -> {
                    stage.write(stage.a(), "project", "p1", "title");
                    stage.sync(stage.a());
                });
    }
}
