package tidemark.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import tidemark.app.App;
import tidemark.app.Rebuild;
import tidemark.app.TestApp;
import tidemark.app.base.Environment;
import tidemark.app.base.LibraryFolder;
import tidemark.app.remotes.SecretStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A shell in this process: it runs commands on the library in one folder and keeps what they print.
final class Shell {
    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    /// The output and the exit code of a command.
    record Answer(int code, String out, String err) {
        JsonNode json() {
            return new JsonMapper().readTree(out);
        }

        String text(String field) {
            return json().get(field).asString();
        }
    }

    /// A library that a command asked the window to open.
    record Opened(Path library, Optional<Path> sample) {}

    final Path library;
    final List<Opened> windows = new ArrayList<>();
    private final Random random;
    private Consumer<App> onOpen = _ -> {};
    private InputStream input = InputStream.nullInputStream();
    private boolean interactive;
    private Function<LibraryFolder, App> opener = folder -> App.open(folder, environment());
    private Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    Shell(Path library) {
        this.library = library;
        this.random = new Random(library.hashCode());
    }

    /// A shell with a library in its folder.
    static Shell withLibrary(Path library) {
        var shell = new Shell(library);
        shell.done("init", "--name", library.getFileName().toString());
        return shell;
    }

    /// Does this to each opened library before the command.
    void onOpen(Consumer<App> work) {
        onOpen = work;
    }

    void input(String text) {
        input(text, () -> {});
    }

    /// Gives the next command its input; `first` runs when it begins to read.
    void input(String text, Runnable first) {
        input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public byte[] readNBytes(int most) {
                first.run();
                var read = new byte[Math.min(most, available())];
                read(read, 0, read.length);
                return read;
            }
        };
    }

    void clock(Clock other) {
        clock = other;
    }

    void watchedByAPerson() {
        interactive = true;
    }

    private Environment environment() {
        return new Environment(clock, random, () -> {});
    }

    /// Runs the commands from now on with this keychain and these environment variables.
    void keys(SecretStore keychain, Map<String, String> variables) {
        opener = folder -> TestApp.open(folder, environment(), keychain, variables);
    }

    App open(LibraryFolder folder) {
        var app = opener.apply(folder);
        onOpen.accept(app);
        return app;
    }

    /// Runs the command on the library of this shell.
    Answer run(String... command) {
        return plain(Stream.concat(Stream.of("--library", library.toString()), Stream.of(command))
                .toArray(String[]::new));
    }

    /// Runs the command without adding anything.
    Answer plain(String... command) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var code = Commands.run(cliEnvironment(out, err), command);
        return new Answer(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    CliEnvironment cliEnvironment(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        var terminal = new Terminal(
                input,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                interactive);
        return new CliEnvironment(
                terminal,
                new LibraryFolder(library.resolveSibling("standard")),
                this::open,
                (rebuilt, wanted) -> Rebuild.run(rebuilt, environment(), wanted),
                (folder, sample) -> windows.add(new Opened(folder.path(), sample)));
    }

    /// Runs a command that must succeed.
    Answer done(String... command) {
        var answer = run(command);
        if (answer.code() != 0) {
            throw new AssertionError(List.of(command) + " ended with " + answer);
        }
        return answer;
    }

    /// Runs a command that must succeed and answer in JSON.
    Answer json(String... command) {
        return done(Stream.concat(Stream.of(command), Stream.of("--json")).toArray(String[]::new));
    }

    /// Makes a project and returns its id.
    String project(String title) {
        return json("project", "add", "--title", title).text("id");
    }
}
