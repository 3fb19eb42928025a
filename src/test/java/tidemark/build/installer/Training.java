package tidemark.build.installer;

import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A training run of the program, from which Java keeps the loaded classes and profiles in a cache that ships with it.
///
/// Each launcher has a cache of its own, recorded with the very options and jars that its configuration names.
record Training(Image image, Path scratch) {
    private static final int SECONDS_OF_WINDOW = 20;
    private static final int SECONDS_TO_ASSEMBLE = 120;
    private static final String CACHE = "-XX:AOTCache=";

    /// Records both caches.
    void run() throws IOException, InterruptedException {
        var library = scratch.resolve("laptop").toString();
        finish(start("tidemarkc", List.of(), "--library", library, "init", "--sample"));
        finish(start("tidemarkc", List.of(), "--library", library, "remote", "set", "folder", remote()));
        trainWindow(library);
        trainCommand(library);
    }

    private String remote() {
        return scratch.resolve("remote").toString();
    }

    /// Trains the window: it shows the sample library while it sends it, and is closed as a person would close it.
    private void trainWindow(String library) throws IOException, InterruptedException {
        try (var display = Display.open(image.target())) {
            var options = new ArrayList<>(display.options());
            options.add(0, recording("window.aot"));
            var window = start("Tidemark", options, display.variables(), "--library", library);
            if (window.waitFor(SECONDS_OF_WINDOW, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the window ended by itself with " + window.exitValue());
            }
            close(window);
            window.waitFor(SECONDS_TO_ASSEMBLE, TimeUnit.SECONDS);
        }
        require("window.aot");
    }

    private void trainCommand(String library) throws IOException, InterruptedException {
        finish(start("tidemarkc", List.of(), "--library", library, "project", "add", "--title", "Trained"));
        finish(start("tidemarkc", List.of(recording("command.aot")), "--library", library, "sync"));
        require("command.aot");
    }

    private String recording(String cache) {
        return "-XX:AOTCacheOutput=" + image.app().resolve(cache);
    }

    private void require(String cache) {
        if (!Files.isRegularFile(image.app().resolve(cache))) {
            throw new IllegalStateException("Java left no cache " + cache);
        }
    }

    private static void close(Process window) throws IOException, InterruptedException {
        if (window.supportsNormalTermination()) {
            window.destroy();
        } else {
            new ProcessBuilder("taskkill", "/pid", Long.toString(window.pid()))
                    .start()
                    .waitFor();
        }
    }

    private static void finish(Process process) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the program ended with " + process.exitValue());
        }
    }

    private Process start(String launcher, List<String> more, String... arguments) throws IOException {
        return start(launcher, more, List.of(), arguments);
    }

    private Process start(String launcher, List<String> more, List<String> variables, String... arguments)
            throws IOException {
        var java = image.runtime().resolve("bin/java").toAbsolutePath().toString();
        var configuration = Files.readAllLines(image.app().resolve(launcher + ".cfg"));
        var command = new ArrayList<String>(List.of(java));
        command.addAll(values(configuration, "java-options=")
                .filter(Predicate.not(Training::isCache))
                .toList());
        command.addAll(more);
        command.add("-classpath");
        command.add(String.join(
                File.pathSeparator, values(configuration, "app.classpath=").toList()));
        command.addAll(values(configuration, "app.mainclass=").toList());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).inheritIO();
        variables.stream()
                .map(each -> each.split("=", 2))
                .forEach(each -> builder.environment().put(each[0], each[1]));
        return builder.start();
    }

    private static boolean isCache(String option) {
        return option.startsWith(CACHE);
    }

    private Stream<String> values(List<String> configuration, String key) {
        var app = image.app().toAbsolutePath().toString();
        return configuration.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).replace("$APPDIR", app));
    }

    /// The screen that the window is trained on: the person's own, one in memory, or none where there is no other.
    private record Display(Optional<Process> server, List<String> variables, List<String> options)
            implements AutoCloseable {
        private static final List<String> HEADLESS = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");

        static Display open(Target target) throws IOException {
            if (target != Target.LINUX || System.getenv("DISPLAY") != null) {
                return new Display(Optional.empty(), List.of(), List.of());
            }
            var xvfb = Pattern.compile(File.pathSeparator)
                    .splitAsStream(System.getenv("PATH"))
                    .map(folder -> Path.of(folder, "Xvfb"))
                    .filter(Files::isExecutable)
                    .findFirst();
            return xvfb.isPresent() ? inMemory(xvfb.get()) : new Display(Optional.empty(), List.of(), HEADLESS);
        }

        private static Display inMemory(Path xvfb) throws IOException {
            var server = new ProcessBuilder(xvfb.toString(), "-displayfd", "1", "-screen", "0", "1400x900x24")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var number = new StringBuilder();
            var out = new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII);
            for (var next = out.read(); Character.isDigit(next); next = out.read()) {
                number.append((char) next);
            }
            return new Display(Optional.of(server), List.of("DISPLAY=:" + number), List.of());
        }

        @Override
        public void close() {
            server.ifPresent(process -> {
                process.destroy();
                try {
                    process.onExit().get(10, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (Exception e) {
                    throw new UncheckedIOException(new IOException("the screen in memory did not end", e));
                }
            });
        }
    }
}
