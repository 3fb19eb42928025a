package tidemark.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The program as a process of its own, without the tests' own settings on its class path.
final class Forked {
    /// Half of what a short process does at its start would be to set up its log.
    private static final String NO_LOG = "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider";

    private Forked() {}

    /// @param options for the virtual machine
    static ProcessBuilder command(List<String> options, String... arguments) {
        return java(options, classPath(), "tidemark.Main", arguments);
    }

    /// A program of the tests, which is not the one that people start.
    static ProcessBuilder program(Class<?> program, String... arguments) {
        return java(
                List.of("-XX:+UseSerialGC", NO_LOG),
                System.getProperty("java.class.path"),
                program.getName(),
                arguments);
    }

    private static ProcessBuilder java(List<String> options, String classPath, String main, String... arguments) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-classpath", classPath, main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
