package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.files.TransferStatus;
import tidemark.files.TransferStatus.Amount;

/// The progress of transfers on the terminal, and sizes as they are shown and typed.
final class TransferLineTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private TransferLine line(boolean interactive) {
        var out = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new TransferLine(new Terminal(InputStream.nullInputStream(), out, out, interactive));
    }

    private static TransferStatus status(long left, long sent, Optional<Duration> time) {
        return new TransferStatus(
                List.of(),
                new Amount(left == 0 ? 0 : 2, left),
                Amount.NONE,
                new Amount(1, sent),
                Amount.NONE,
                time.isPresent() ? OptionalLong.of(2 << 20) : OptionalLong.empty(),
                time,
                false,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsHowMuchIsMovedHowFastAndHowLongItTakes() {
        var line = line(true);
        line.at(status(30 << 20, 10 << 20, Optional.of(Duration.ofSeconds(15))));
        assertThat(shown()).isEqualTo("\rFiles  25 %  2 left, 30.0 MiB, 2.0 MiB/s, 15 s to go");
        err.reset();
        line.at(status(20 << 20, 20 << 20, Optional.empty()));
        assertThat(shown()).matches("\rFiles  50 %  2 left, 20\\.0 MiB +");
        line.end();
        assertThat(shown()).endsWith("\r");
    }

    @Test
    void saysNothingWhereNobodyLooks() {
        var line = line(false);
        line.at(status(30 << 20, 10 << 20, Optional.empty()));
        line.end();
        assertThat(shown()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "10M, 10485760", "1.5 GiB, 1610612736", "2kb, 2048", "0, 0"})
    void aSizeIsRead(String typed, long bytes) {
        assertThat(ByteLimit.of(typed).orElseThrow().bytes()).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e9", "10X", "99999999999999"})
    void whatIsNoSizeIsRefused(String typed) {
        assertThat(ByteLimit.of(typed)).isEmpty();
    }

    @Test
    void noneAndAllAreNoBound() {
        assertThat(ByteLimit.of("none").orElseThrow().bytes()).isEmpty();
        assertThat(ByteLimit.of("All").orElseThrow().bytes()).isEmpty();
    }
}
