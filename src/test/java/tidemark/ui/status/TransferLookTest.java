package tidemark.ui.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tidemark.files.ContentHash;
import tidemark.files.TransferSettings;
import tidemark.files.TransferStatus;
import tidemark.files.TransferStatus.Amount;
import tidemark.files.TransferStatus.Direction;
import tidemark.files.TransferStatus.Running;
import tidemark.problem.Problem;
import tidemark.ui.status.TransferLook.Kind;

/// What the window says of the transfers of files, and how much of them is over.
final class TransferLookTest {
    private static final long MIB = 1L << 20;
    private static final Running RUNNING = new Running(new ContentHash("ab".repeat(32)), Direction.UP, MIB, 4 * MIB);

    private static TransferStatus status(
            List<Running> running, Amount toSend, Amount toFetch, Amount sent, Optional<Problem> trouble) {
        return new TransferStatus(
                running,
                toSend,
                toFetch,
                sent,
                Amount.NONE,
                running.isEmpty() ? OptionalLong.empty() : OptionalLong.of(MIB + MIB / 5),
                running.isEmpty() ? Optional.empty() : Optional.of(Duration.ofSeconds(40)),
                false,
                trouble,
                Optional.empty(),
                Map.of());
    }

    private static TransferStatus moving(Amount sent) {
        return status(List.of(RUNNING), new Amount(2, 6 * MIB), new Amount(1, MIB), sent, Optional.empty());
    }

    @Test
    void whatIsMovedIsToldWithItsRateAndTheTimeLeft() {
        var look = TransferLook.of(moving(Amount.NONE), 0.649);
        assertThat(look.kind()).isEqualTo(Kind.MOVING);
        assertThat(look.words()).isEqualTo("3 files, 64 % · 1.2 MB/s · 40 s left");
        assertThat(look.more()).isEqualTo("To send: 2 files, 6 MB\nTo fetch: 1 file, 1 MB");
    }

    @Test
    void whatWaitsBehindAnObstacleIsToldWithIt() {
        var problem = new Problem("The server is away.", "Nothing was changed.", "Wait.");
        var look = TransferLook.of(
                status(List.of(), new Amount(1, MIB), Amount.NONE, Amount.NONE, Optional.of(problem)), 0);
        assertThat(look.kind()).isEqualTo(Kind.STUCK);
        assertThat(look.words()).isEqualTo("1 file waits");
        assertThat(look.more()).contains("The server is away.");
        assertThat(look.part()).isEmpty();
    }

    @Test
    void aPauseIsSaidEvenWhileNothingWaits() {
        var paused = TransferSettings.STANDARD.paused();
        assertThat(TransferLook.of(TransferStatus.NONE.under(paused), 0).words())
                .isEqualTo("Files paused");
        assertThat(TransferLook.of(moving(Amount.NONE).under(paused), 0).words())
                .isEqualTo("Files paused · 3 wait");
        assertThat(TransferLook.of(TransferStatus.NONE, 0).kind()).isEqualTo(Kind.IDLE);
    }

    @Test
    void thePartThatIsOverCountsFromTheLastTimeThatNothingWaited() {
        var progress = new TransferProgress();
        var before = new Amount(10, 100 * MIB);
        assertThat(progress.part(status(List.of(), Amount.NONE, Amount.NONE, before, Optional.empty())))
                .isZero();
        assertThat(progress.part(moving(before))).isCloseTo(1.0 / 7, within(0.001));
        var later = new Amount(11, 107 * MIB);
        assertThat(progress.part(moving(later))).isCloseTo(8.0 / 14, within(0.001));
        assertThat(progress.part(moving(Amount.NONE)))
                .as("after another remote was chosen")
                .isCloseTo(1.0 / 7, within(0.001));
    }
}
