package tidemark.cli;

import java.time.Duration;
import tidemark.files.TransferStatus;

/// The progress of transfers of files on the terminal: how much is moved, how fast, and how long it will take.
final class TransferLine {
    private final ProgressLine line;
    private long most;

    TransferLine(Terminal terminal) {
        this.line = new ProgressLine(terminal, "Files");
    }

    synchronized void at(TransferStatus status) {
        var left = status.bytesLeft();
        var moved = status.sent().bytes() + status.fetched().bytes();
        most = Math.max(most, moved + left);
        if (!status.isIdle()) {
            line.at(most - left, most, words(status, left));
        }
    }

    private static String words(TransferStatus status, long left) {
        var words = "%,d left, %s"
                .formatted(status.toSend().count() + status.toFetch().count(), Bytes.shown(left));
        var rate = status.rate().isPresent() ? ", " + Bytes.shown(status.rate().getAsLong()) + "/s" : "";
        return words
                + rate
                + status.left().map(time -> ", " + shown(time) + " to go").orElse("");
    }

    private static String shown(Duration time) {
        return time.toHours() > 0
                ? "%d h %d min".formatted(time.toHours(), time.toMinutesPart())
                : time.toMinutes() > 0 ? "%d min".formatted(time.toMinutes()) : "%d s".formatted(time.toSeconds());
    }

    synchronized void end() {
        line.end();
    }
}
