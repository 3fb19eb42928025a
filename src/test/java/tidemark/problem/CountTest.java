package tidemark.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Numbers of things in words, here and in every sentence of the program.
final class CountTest {
    private static final Path SOURCE = Path.of("src/main/java/tidemark");

    /// A number put before a plural, as in `"%,d rows"` or `n + " rows"`; not a limit, which never is 1.
    private static final Pattern COUNTED_PLURAL = Pattern.compile(
            "(?<!more than )(?:%,?d (?:[a-z]+ )?|[\\w)] \\+ \" )(?:row|record|change|batche|project|note|file"
                    + "|conflict|device|request|collection|label|item|version|minute)s\\b");

    @Test
    void oneThingIsSingularAndAllOtherNumbersAreNot() {
        assertThat(Count.of(1, "row")).isEqualTo("1 row");
        assertThat(Count.of(0, "row")).isEqualTo("0 rows");
        assertThat(Count.of(2, "batch")).isEqualTo("2 batches");
        assertThat(Count.of(1, "batch")).isEqualTo("1 batch");
        assertThat(Count.of(12_000, "entry")).isEqualTo("12,000 entries");
        assertThat(Count.of(3, "day")).isEqualTo("3 days");
        assertThat(Count.of(2, "class")).isEqualTo("2 classes");
    }

    @Test
    void noSentencePutsAnyNumberBeforeThePluralOfAThing() throws IOException {
        try (var files = Files.walk(SOURCE)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")).flatMap(CountTest::plurals))
                    .isEmpty();
        }
    }

    private static Stream<String> plurals(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.contains("\"") && !line.strip().startsWith("//"))
                    .filter(line -> COUNTED_PLURAL.matcher(line).find())
                    .map(line -> file.getFileName() + ": " + line.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
