package tidemark.bench;

import java.util.List;
import tidemark.ui.WindowLoad;

/// The longest that a keystroke is handled while another thread holds the database in a long transaction.
final class WindowUnderWrite implements Scenario {
    @Override
    public String name() {
        return "keystrokes while a long transaction holds the database";
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.of("slowest key", 50, "ms"));
    }

    @Override
    public List<Measure> run(Stage stage) throws Exception {
        var folder = stage.scratch();
        stage.copyLibrary(folder.resolve("database.sqlite"));
        var numbers = new Child(WindowLoad.class).run(folder);
        Stage.delete(folder);
        return List.of(
                Measure.millis("slowest key", numbers.getOrDefault("key", Double.NaN)),
                Measure.millis("median key", numbers.getOrDefault("median", Double.NaN)),
                Measure.millis("longest frame", numbers.getOrDefault("frame", Double.NaN)),
                Measure.millis("transaction", numbers.getOrDefault("transaction", Double.NaN)));
    }
}
