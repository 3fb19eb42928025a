package tidemark.bench;

import java.util.List;
import java.util.Random;
import tidemark.db.Rows;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tidemark.sync.SyncEngine;
import tidemark.sync.format.Device;
import tidemark.sync.state.Progress;
import tidemark.sync.state.SyncContext;
import tidemark.ui.WindowLoad;

/// The longest time between two frames of a window while 10,000 changes arrive from another device.
final class WindowUnderPull implements Scenario {
    private static final int CHANGES = 10_000;

    @Override
    public String name() {
        return "window while 10,000 changes arrive";
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.of("longest frame", 250, "ms"));
    }

    @Override
    public List<Measure> run(Stage stage) throws Exception {
        var folder = stage.scratch();
        var remote = stage.copyRemote(folder.resolve("remote"));
        var laptop = java.nio.file.Files.createDirectories(folder.resolve("laptop"));
        stage.copyLibrary(laptop.resolve("database.sqlite"));
        try (var desk = Stage.open(stage.copyLibrary(folder.resolve("desk.sqlite")));
                var store = Stage.store(remote)) {
            desk.change(sql -> {
                var rows = new Rows(sql, desk.schema());
                for (int i = 0; i < CHANGES; i++) {
                    var record = new RecordId("project", Fill.id(i % stage.projects()));
                    rows.update(record, List.of("title"), Row.of(java.util.Map.of("title", Value.of("Changed " + i))));
                }
            });
            var context = new SyncContext(
                    desk,
                    store,
                    new Device("desk", "Desk"),
                    java.time.Clock.systemUTC(),
                    new Random(2),
                    folder.resolve("scratch"));
            new SyncEngine(context).sync(Progress.NONE);
        }
        var numbers = new Child(WindowLoad.class).run(laptop, folder, remote.getFileName());
        Stage.delete(folder);
        return List.of(
                Measure.millis("longest frame", numbers.getOrDefault("frame", Double.NaN)),
                Measure.millis("until applied", numbers.getOrDefault("applied", Double.NaN)));
    }
}
