package tidemark.remote.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The memory that objects take, which does not grow with their size: a process with a small heap moves a file many
/// times as large.
///
/// `-Dtidemark.large=1024 -Dtidemark.heap=256m` makes it a file of 1 GB; a single request stays smaller, because this
/// server checks the signature of one in its own memory.
final class S3MemoryTest {
    private static final long SINGLE = 128L << 20;
    private static final long LARGE = Long.getLong("tidemark.large", 128) << 20;
    private static final String HEAP = System.getProperty("tidemark.heap", "64m");
    private static final long MINUTES = 5;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"put", "create"})
    void aFileManyTimesLargerThanTheHeapGoesUpAndComesBack(String way) throws Exception {
        sendAndReceive(way);
    }

    /// The upload in parts, measured on demand: it takes the memory of a part whatever the size.
    @Test
    @EnabledIfSystemProperty(named = "tidemark.large", matches = "\\d+")
    void aFileManyTimesLargerThanTheHeapGoesUpInPartsAndComesBack() throws Exception {
        sendAndReceive("parts");
    }

    private void sendAndReceive(String way) throws Exception {
        var file = folder.resolve("large");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(way.equals("create") ? SINGLE : LARGE);
        }
        var blobs = Files.createDirectory(folder.resolve("bucket"));
        try (var server = S3Server.of(new AtomicBlobStore(new FilesystemNio2BlobStore(blobs.toString())))) {
            assertThat(run(server, file, way, HEAP)).isZero();
        }
    }

    @Test
    void aHeapThatIsTooSmallIsNoticed() throws Exception {
        var file = Files.write(folder.resolve("small"), new byte[15 << 20]);
        try (var server = S3Server.atomic()) {
            assertThat(run(server, file, "put", "12m")).isNotZero();
        }
    }

    private int run(S3Server server, Path file, String way, String heap) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var output = folder.resolve("output-" + way.toLowerCase(Locale.ROOT)).toFile();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeObject.class.getName(),
                        server.address().endpoint().toString(),
                        file.toString(),
                        way)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            return process.exitValue();
        } finally {
            process.destroy();
        }
    }
}
