package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.App;
import tidemark.app.TestApp;
import tidemark.app.remotes.FolderRemote;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectDetails;
import tidemark.sync.SyncedStateCheck;
import tidemark.sync.state.Progress;
import tools.jackson.databind.json.JsonMapper;

/// The real program at real work on a real folder, ended by SIGKILL at random moments.
///
/// More by hand: `./mvnw test -Dtest=KilledAtRandomTest -Dkills=200`.
final class KilledAtRandomTest {
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final List<String> DEVICES = List.of("laptop", "desk");
    private static final int MOST_EDITS = 40;

    private final Random random = new Random(Long.getLong("seed", 4));
    private final List<String> committed = new ArrayList<>();
    private int written;

    @TempDir
    Path folder;

    private App open(String device) {
        return TestApp.open(folder.resolve(device), new Random(random.nextLong()));
    }

    @Test
    void nothingCommittedIsLostHoweverOftenTheProgramIsKilled() throws Exception {
        for (var device : DEVICES) {
            try (var app = open(device)) {
                app.deviceName(device);
                app.remotes().choose(new FolderRemote(folder.resolve("remote"), "me"));
            }
        }
        var usual = run("laptop", "sync");
        var killed = 0;
        for (int i = 0; killed < KILLS; i++) {
            assertThat(i).as("rounds until so many were killed").isLessThan(KILLS * 5);
            var device = DEVICES.get(random.nextInt(2));
            edit(device);
            killed += isKilled(device, usual) ? 1 : 0;
        }
        for (int i = 0; i < 2; i++) {
            DEVICES.forEach(this::syncInPeace);
        }
        DEVICES.forEach(this::mustBeWhole);
        assertThat(hash("laptop")).isEqualTo(hash("desk"));
        mustBeOneChain();
    }

    /// The time that the program takes for a command, from its start to its end.
    private Duration run(String device, String... command) throws Exception {
        var began = System.nanoTime();
        assertThat(start(device, command).waitFor()).isZero();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Process start(String device, String... command) throws IOException {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--library", folder.resolve(device).toString()));
        return Forked.command(List.of(), arguments.toArray(String[]::new))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    /// Starts a command and kills it somewhere in the second half of its usual time; returns false when it was faster.
    private boolean isKilled(String device, Duration usual) throws Exception {
        var title = word();
        var adds = random.nextInt(3) == 0;
        var process = adds ? start(device, "project", "add", "--title", title) : start(device, "sync");
        var millis = usual.toMillis() / 3 + random.nextLong(usual.toMillis());
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            assertThat(process.exitValue())
                    .as(Files.readString(folder.resolve("said.txt")))
                    .isIn(0, 3);
            if (adds) {
                committed.add(title);
            }
            return false;
        }
        process.destroyForcibly().waitFor();
        return true;
    }

    private String word() {
        return "word" + ++written + "z";
    }

    /// Edits as a person does between two syncs, each edit committed before the next.
    private void edit(String device) {
        try (var app = open(device)) {
            for (int i = random.nextInt(MOST_EDITS); i >= 0; i--) {
                var title = word();
                var project = app.library().projects().create(ProjectDetails.titled(title));
                var body = word();
                app.library().notes().create(project.id(), new NoteText("A note", (body + "\n").repeat(200)));
                committed.addAll(List.of(title, body));
            }
        }
    }

    private void syncInPeace(String device) {
        try (var app = open(device)) {
            app.foregroundSync().sync(Progress.NONE, Duration.ZERO);
        }
    }

    private void mustBeWhole(String device) {
        try (var app = open(device)) {
            assertThat(app.database().fullCheck()).isEmpty();
            assertThat(app.indexer().findings()).isEmpty();
            assertThat(new SyncedStateCheck(app.database()).findings()).isEmpty();
            assertThat(app.status().pending()).isZero();
            List<String> found = app.database()
                    .read(sql -> sql.list(
                            "SELECT title FROM project UNION ALL SELECT substr(body, 1, 20) FROM note",
                            row -> row.getString(1)));
            var texts = String.join(" ", found);
            assertThat(committed).allMatch(texts::contains);
        }
    }

    private String hash(String device) {
        try (var app = open(device)) {
            return app.status().stateHash();
        }
    }

    /// Checks the chain of batches on the remote without any code of the program.
    private void mustBeOneChain() throws Exception {
        var changes = folder.resolve("remote/me/changes");
        var previous = "0".repeat(64);
        try (var files = Files.walk(changes)) {
            var batches = files.filter(Files::isRegularFile).sorted().toList();
            var names = IntStream.rangeClosed(1, batches.size())
                    .mapToObj(n -> changes.resolve("%09d/%03d.json.gz".formatted(n / 1000, n % 1000)))
                    .toList();
            assertThat(batches).isEqualTo(names);
            for (var file : batches) {
                var json = unzipped(file);
                assertThat(new JsonMapper().readTree(json).get("previous").asString())
                        .isEqualTo(previous);
                previous = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(json));
            }
        }
    }

    private static byte[] unzipped(Path file) throws IOException {
        try (var zip = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            var json = zip.readAllBytes();
            assertThat(new String(json, StandardCharsets.UTF_8)).startsWith("{");
            return json;
        }
    }
}
