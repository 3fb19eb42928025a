package tidemark.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A short run of the fuzzer. More by hand: `./mvnw test -Dtest=FuzzTest -Dinputs=1000000 -Dseed=7`.
final class FuzzTest {
    private static final int INPUTS = Integer.getInteger("inputs", 5_000);
    private static final long SEED = Long.getLong("seed", 1);

    @TempDir
    Path folder;

    @Test
    void noInputMakesAReaderFailHangTakeMuchMemoryOrChangeTheLibrary() throws Exception {
        var out = folder.resolve("out.txt");
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + folder,
                "-Dlogback.configurationFile=tidemark/fuzz/quiet.xml",
                "-classpath",
                System.getProperty("java.class.path"),
                Fuzz.class.getName(),
                Integer.toString(INPUTS),
                Long.toString(SEED));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.getOutputStream().close();
        var code = process.waitFor();
        var report = Files.readString(out);
        assertThat(code).as(report).isZero();
        assertThat(report.lines().filter(line -> line.matches("\\S+ +[\\d,]+ taken +[\\d,]+ refused .*")))
                .hasSize(8)
                .noneMatch(line -> line.contains(" 0 refused"));
    }
}
