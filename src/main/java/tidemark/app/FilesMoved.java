package tidemark.app;

import java.util.List;
import tidemark.files.TransferStatus.Amount;
import tidemark.problem.Problem;

/// The contents of files that were moved beside single rounds of sync.
///
/// @param removed contents that made room for others on this device
/// @param problems the reasons why contents were not moved
public record FilesMoved(Amount sent, Amount fetched, long removed, List<Problem> problems) {
    /// Nothing was moved, and nothing waited.
    public static final FilesMoved NOTHING = new FilesMoved(Amount.NONE, Amount.NONE, 0, List.of());

    public FilesMoved {
        problems = List.copyOf(problems);
    }
}
