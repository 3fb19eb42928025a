package tidemark.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.sqlite.util.LibraryLoaderUtil;

/// A Java process of its own with an invisible window, started as the installed program is: from jars, with the classes
/// of an earlier start at hand.
final class Child {
    /// The preparation of a start.
    enum Start {
        /// The archive of classes that an earlier start left, as the launcher of the folder of jars has it.
        ARCHIVE,
        /// The cache that ships with an installed program; the first run makes it.
        CACHE,
        /// None: jars only.
        NOTHING
    }

    private static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-Xlog:disable",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-Djava.awt.headless=true",
            "-Xmx1g",
            "-Xms96m",
            "-Xmn48m",
            "-XX:TieredStopAtLevel=1");

    private final Path folder = Path.of(System.getProperty("folder", "target/bench"));
    private final Class<?> main;
    private final Start start;

    Child(Class<?> main) {
        this(main, Start.ARCHIVE);
    }

    Child(Class<?> main, Start start) {
        this.main = main;
        this.start = start;
    }

    /// Runs the class's `main` and returns the numbers that it prints, one `name=number` a line.
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
        command.addAll(flags());
        command.addAll(List.of("-classpath", Jars.in(folder.resolve("jars")).classPath(), main.getName()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return command;
    }

    private List<String> flags() throws IOException {
        var file = folder.resolve(main.getSimpleName() + "." + start.name().toLowerCase(Locale.ROOT));
        return switch (start) {
            case ARCHIVE -> List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file);
            case CACHE ->
                List.of((Files.exists(file) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + file, nativeLibrary());
            case NOTHING -> List.of(nativeLibrary());
        };
    }

    /// The native library beside the jars, as the installer puts it: inside a jar it would be unpacked at each start.
    private String nativeLibrary() throws IOException {
        var unpacked = folder.resolve("native");
        var name = LibraryLoaderUtil.getNativeLibName();
        if (!Files.exists(unpacked.resolve(name))) {
            Files.createDirectories(unpacked);
            var inJar = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
            try (var in = Objects.requireNonNull(LibraryLoaderUtil.class.getResourceAsStream(inJar), inJar)) {
                Files.copy(in, unpacked.resolve(name));
            }
        }
        return "-Dorg.sqlite.lib.path=" + unpacked;
    }
}
