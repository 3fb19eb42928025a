package tidemark.ui.status;

import tidemark.files.TransferStatus;
import tidemark.files.TransferStatus.Running;

/// How much of the transfers is over, from when they began until nothing is left to move; more may join meanwhile.
final class TransferProgress {
    private long before;

    /// The part that is over, from 0 to 1.
    double part(TransferStatus status) {
        var moved = status.sent().bytes() + status.fetched().bytes();
        if (status.isIdle() || moved < before) {
            before = moved;
        }
        var under = status.running().stream().mapToLong(Running::done).sum();
        var over = moved - before + under;
        var all = over + status.bytesLeft();
        return all == 0 ? 0 : (double) over / all;
    }
}
