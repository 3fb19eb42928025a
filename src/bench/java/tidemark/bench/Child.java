package tidemark.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A Java process of its own with a window that nobody sees, begun as the installed program is: from jars, with the
/// classes of an earlier start at hand.
final class Child {
    private static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:+AutoCreateSharedArchive",
            "-Xlog:disable",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.awt.headless=true",
            "-Xmx1g");

    private final Path folder = Path.of(System.getProperty("folder", "target/bench"));
    private final Class<?> main;

    Child(Class<?> main) {
        this.main = main;
    }

    /// Runs the class's `main`, and returns the numbers that it prints, one `name=number` a line.
    Map<String, Double> run(Path... arguments) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command(arguments))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("windows.log").toFile()))
                .start();
        var numbers = new HashMap<String, Double>();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines()
                    .map(line -> line.split("=", 2))
                    .filter(parts -> parts.length == 2)
                    .forEach(parts -> numbers.put(parts[0], Double.valueOf(parts[1])));
        }
        if (process.waitFor() != 0) {
            throw new IOException(main.getName() + " ended with " + process.exitValue());
        }
        return numbers;
    }

    private List<String> command(Path... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.add("-XX:SharedArchiveFile=" + folder.resolve(main.getSimpleName() + ".jsa"));
        command.addAll(List.of("-classpath", Jars.in(folder.resolve("jars")).classPath(), main.getName()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return command;
    }
}
