package tidemark.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.Database;
import tidemark.library.search.Indexer;
import tidemark.schema.LibrarySchema;

/// Processes ended by SIGKILL at random moments while they save: the next one finds everything up to the last save that
/// was reported. Each process saves in several libraries, which are cut off in the middle of different steps, so that
/// few virtual machines have to start.
///
/// More by hand: `./mvnw test -Dtest=KilledWhileSavingTest -Dkills=200`.
final class KilledWhileSavingTest {
    private static final int LIBRARIES = 5;
    private static final int KILLS = Integer.getInteger("kills", 20) / LIBRARIES;
    private static final int LONGEST = 60;

    private final Random random = new Random(Long.getLong("seed", 5));

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void theNextProcessFindsEverythingUpToTheLastReportedSave() throws IOException {
        for (int kill = 0; kill < KILLS; kill++) {
            var prefix = "killed" + kill + "-";
            var files = IntStream.range(0, LIBRARIES)
                    .mapToObj(i -> folder.resolve(prefix + i + ".sqlite").toString())
                    .toList();
            var reported = killed(files);
            assertThat(reported.keySet()).containsExactlyInAnyOrderElementsOf(files);
            reported.forEach(KilledWhileSavingTest::mustBeThere);
        }
    }

    /// Runs the program until each library and then as many saves more as chance says were reported, kills it, and
    /// returns the last number reported for each library.
    private Map<String, Integer> killed(List<String> files) throws IOException {
        var process = new ProcessBuilder(command(files))
                .redirectError(folder.resolve("said.txt").toFile())
                .start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            var reported = new HashMap<String, Integer>();
            var left = random.nextInt(LONGEST);
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var end = line.lastIndexOf(' ');
                reported.put(line.substring(0, end), Integer.valueOf(line.substring(end + 1)));
                if (reported.size() == files.size() && left-- == 0) {
                    process.toHandle().destroyForcibly();
                }
            }
            return reported;
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> command(List<String> files) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-classpath",
                System.getProperty("java.class.path"),
                SavingProcess.class.getName()));
        command.addAll(files);
        return command;
    }

    /// Checks that the text is that of the last reported save or of the next, which was done and not yet reported.
    private static void mustBeThere(String file, int last) {
        var settings = Database.Settings.of(LibrarySchema.CURRENT, () -> Instant.EPOCH);
        try (var database = Database.open(Path.of(file), settings)) {
            var body = database.read(sql -> sql.text("SELECT body FROM note").orElse(""));
            var number = Integer.parseInt(body.substring(body.lastIndexOf(' ') + 1));
            assertThat(number).isBetween(last, last + 1);
            assertThat(body).isEqualTo("word ".repeat(number % 200) + number);
            assertThat(database.fullCheck()).isEmpty();
            new Indexer(database).run();
            assertThat(new Indexer(database).findings()).isEmpty();
        }
    }
}
