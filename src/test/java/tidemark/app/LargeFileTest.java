package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that is larger than the memory of the program.
///
/// Larger by hand: `./mvnw test -Dtest=LargeFileTest -Dtidemark.file=1024 -Dtidemark.heap=256m`.
final class LargeFileTest {
    private static final long SIZE = Long.getLong("tidemark.file", 48) << 20;
    private static final String HEAP = System.getProperty("tidemark.heap", "40m");
    private static final long MINUTES = 10;

    @TempDir
    Path folder;

    @Test
    void goesUpAndComesDown() throws Exception {
        var file = folder.resolve("large.bin");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(SIZE);
            large.seek(SIZE / 2);
            large.writeUTF("not all of it is nothing");
        }
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx" + HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeFile.class.getName(),
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(folder.resolve("output")))
                    .isZero();
        } finally {
            process.destroy();
        }
    }
}
