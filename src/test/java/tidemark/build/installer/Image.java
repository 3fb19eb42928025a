package tidemark.build.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/// The program as one folder: launchers, jars, and the Java they run on.
record Image(Path folder, Target target) {
    /// Makes it below `work` with jlink and jpackage.
    ///
    /// @param jars the folder of trimmed jars
    static Image make(Target target, Path jars, Path work, String version) throws IOException, InterruptedException {
        var java = work.resolve("java");
        run("jlink", List.of("@jlink.conf", "--output", java.toString()));
        var main = "tidemark-" + version + ".jar";
        run(
                "jpackage",
                List.of(
                        "@installer/jpackage.conf",
                        "--type",
                        "app-image",
                        "--app-version",
                        numbers(target, version),
                        "--icon",
                        target.icon(),
                        "--runtime-image",
                        java.toString(),
                        "--input",
                        jars.toString(),
                        "--main-jar",
                        main,
                        "--dest",
                        work.toString()));
        return new Image(work.resolve(target.image()), target);
    }

    Path app() {
        return folder.resolve(target.app());
    }

    Path runtime() {
        return folder.resolve(target.runtime());
    }

    /// Gives every file the same time: caches know jars by it, and packages become the same each time.
    void setTimes(FileTime time) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    /// The version in numbers only, by which systems compare versions. For macOS, jpackage refuses a version before 1
    /// and a fourth number, which macOS itself takes: the script for it writes the true version.
    static String numbers(Target target, String version) {
        return target == Target.MACOS ? "1.0" : version.replaceFirst("-.*", "");
    }

    /// Runs a tool as a process: only the launchers of Java's tools read files of arguments.
    private static void run(String tool, List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(arguments);
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException(tool + " failed: " + String.join(" ", arguments));
        }
    }
}
