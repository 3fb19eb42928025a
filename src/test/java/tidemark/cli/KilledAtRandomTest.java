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
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.App;
import tidemark.app.TestApp;
import tidemark.app.remotes.FolderRemote;
import tidemark.sync.SyncedStateCheck;
import tidemark.sync.state.Progress;
import tools.jackson.databind.json.JsonMapper;

/// Processes at real work on a real folder, on two devices at once, each ended by SIGKILL at a random moment: of a
/// save, a round of sync, a merge, the opening or the closing of its library. Each reports its saves once they are
/// committed.
///
/// More by hand: `./mvnw test -Dtest=KilledAtRandomTest -Dkills=200`.
final class KilledAtRandomTest {
    private static final List<String> DEVICES = List.of("laptop", "desk");
    private static final int ROUNDS = Integer.getInteger("kills", 20) / DEVICES.size();
    private static final int MOST_SAVES = 80;
    private static final long LONGEST_NANOS = 30_000_000; // some saves, or a closing and an opening

    private final Random random = new Random(Long.getLong("seed", 4));
    private final List<Killed> killed = new ArrayList<>();

    @TempDir
    Path folder;

    /// A moment in the work of a process.
    ///
    /// @param saves the number that it has reported by then
    /// @param nanos the time since
    private record Moment(int saves, long nanos) {}

    /// A process that was killed.
    ///
    /// @param last the number of the last save that it reported
    private record Killed(String device, String name, int last) {}

    private App open(String device) {
        return TestApp.open(folder.resolve(device), new Random(random.nextLong()));
    }

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatAKilledProcessReportedAsSavedIsThereAndReachesTheOtherDevice() throws Exception {
        for (var device : DEVICES) {
            try (var app = open(device)) {
                app.deviceName(device);
                app.remotes().choose(new FolderRemote(folder.resolve("remote"), "me"));
            }
            syncInPeace(device);
        }
        for (int i = 0; i < ROUNDS; i++) {
            for (var one : killedAtOnce(i)) {
                killed.add(one);
                mustBeWhole(one.device(), List.of(one));
            }
        }
        for (int i = 0; i < 2; i++) {
            DEVICES.forEach(this::syncInPeace);
        }
        DEVICES.forEach(device -> mustBeWhole(device, killed));
        assertThat(hash("laptop")).isEqualTo(hash("desk"));
        mustBeOneChain();
    }

    /// Has a process work on each device, and kills each of them at a moment of its own.
    private List<Killed> killedAtOnce(int round) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ends = new ArrayList<Future<Killed>>();
            for (var device : DEVICES) {
                var name = device + round;
                var seed = random.nextLong();
                var moment = new Moment(1 + random.nextInt(MOST_SAVES), random.nextLong(LONGEST_NANOS));
                ends.add(threads.submit(() -> new Killed(device, name, killed(device, name, seed, moment))));
            }
            var all = new ArrayList<Killed>();
            for (var end : ends) {
                all.add(end.get());
            }
            return all;
        }
    }

    /// Runs a process until it has come to this moment, kills it, and returns the last number that it reported.
    private int killed(String device, String name, long seed, Moment moment) throws IOException {
        var said = folder.resolve(name + ".txt");
        var process = Forked.program(SavingProcess.class, folder.resolve(device).toString(), name, Long.toString(seed))
                .redirectError(said.toFile())
                .start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            var last = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(SavingProcess.SAVED)) {
                    last = Integer.parseInt(line.substring(SavingProcess.SAVED.length()));
                }
                if (last == moment.saves()) {
                    LockSupport.parkNanos(moment.nanos());
                    process.toHandle().destroyForcibly(); // leaves the stream open
                }
            }
            assertThat(last).as(Files.readString(said)).isGreaterThanOrEqualTo(moment.saves());
            return last;
        } finally {
            process.destroyForcibly();
        }
    }

    private void syncInPeace(String device) {
        try (var app = open(device)) {
            app.foregroundSync().sync(Progress.NONE, Duration.ZERO);
        }
    }

    /// Checks that the library is whole, and holds all that these processes reported.
    private void mustBeWhole(String device, List<Killed> reported) {
        try (var app = open(device)) {
            assertThat(app.database().fullCheck()).isEmpty();
            app.indexer().run();
            assertThat(app.indexer().findings()).isEmpty();
            assertThat(new SyncedStateCheck(app.database()).findings()).isEmpty();
            assertThat(new SyncedStateCheck(app.database()).findingsOfPending()).isEmpty();
            for (var one : reported) {
                mustHold(app, one);
            }
        }
    }

    /// Checks that the text is that of the last reported save or of the next, which was done and not yet reported.
    private static void mustHold(App app, Killed process) {
        var body = app.database()
                .read(sql -> sql.text("SELECT body FROM note WHERE body LIKE ? || ' %'", process.name()))
                .orElseThrow();
        var number = Integer.parseInt(body.substring(body.lastIndexOf(' ') + 1));
        var lastText = SavingProcess.isProject(process.last()) ? process.last() - 1 : process.last();
        assertThat(number).isBetween(lastText, process.last() + 1);
        assertThat(body).isEqualTo(SavingProcess.text(process.name(), number));
        List<String> titles = app.database()
                .read(sql -> sql.list(
                        "SELECT title FROM project WHERE title LIKE ? || ' project %'",
                        row -> row.getString(1), process.name()));
        var begun = IntStream.rangeClosed(1, process.last())
                .filter(SavingProcess::isProject)
                .mapToObj(n -> SavingProcess.title(process.name(), n));
        assertThat(titles).containsAll(begun.toList());
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
