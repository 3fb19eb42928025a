package tidemark.bench;

import java.nio.file.Files;
import java.util.List;
import tidemark.ui.FilesLoad;

/// The longest frame of a window while 1,000 files are added to the project on show.
final class WindowUnderFiles implements Scenario {
    private static final int FILES = 1_000;

    @Override
    public String name() {
        return "window while 1,000 files are added";
    }

    @Override
    public List<Goal> goals() {
        return List.of(Goal.of("longest frame", 16, "ms"));
    }

    @Override
    public List<Measure> run(Stage stage) throws Exception {
        var folder = stage.scratch();
        var laptop = Files.createDirectories(folder.resolve("laptop"));
        stage.copyLibrary(laptop.resolve("database.sqlite"));
        var files = Files.createDirectories(folder.resolve("files"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(files.resolve("file %04d.txt".formatted(i)), "File " + i + "\n");
        }
        var numbers = new Child(FilesLoad.class).run(laptop, files);
        Stage.delete(folder);
        return List.of(
                Measure.millis("longest frame", numbers.getOrDefault("frame", Double.NaN)),
                new Measure("frames over 16 ms", numbers.getOrDefault("late", Double.NaN), ""),
                Measure.millis("until added", numbers.getOrDefault("added", Double.NaN)));
    }
}
