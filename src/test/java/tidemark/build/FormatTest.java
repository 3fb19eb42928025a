package tidemark.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The layout of every source file.
final class FormatTest {
    @Test
    void everySourceFileHasTheOneLayout() throws IOException {
        assertThat(Format.sources())
                .as("files to be laid out by: ./mvnw -q test-compile exec:exec@format")
                .allMatch(FormatTest::isFormatted);
    }

    private static boolean isFormatted(Path file) {
        try {
            var source = Files.readString(file);
            return Format.formatted(file, source).equals(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
