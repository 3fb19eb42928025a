package tidemark.ui.status;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tidemark.problem.Problem;
import tidemark.sync.SyncState;

/// Every state of the sync, for tests of what the window shows in it.
public final class SyncStates {
    /// The time at which they are seen.
    public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static final Problem PROBLEM = new Problem(
            "The remote refused the password.", "Nothing was sent or received.", "Give the password again.");

    private SyncStates() {}

    /// One of each kind.
    public static List<SyncState> each() {
        return List.of(
                needed(SyncState.Action.REMOTE_SETTINGS),
                new SyncState.UpdateNeeded(7),
                new SyncState.Paused(),
                new SyncState.Syncing(3, 12, 4_500_000, 1_200_000),
                new SyncState.Checking(),
                new SyncState.Offline(NOW.plusSeconds(40), PROBLEM, false),
                new SyncState.Waiting(3),
                new SyncState.Conflicts(2),
                new SyncState.UpToDate(),
                new SyncState.LocalOnly());
    }

    /// One of each kind, and one for each action that may be needed.
    public static List<SyncState> all() {
        var vanished = new SyncState.Offline(NOW.plusSeconds(40), PROBLEM, true);
        return Stream.<Stream<SyncState>>of(
                        each().stream(),
                        Stream.of(SyncState.Action.values()).map(SyncStates::needed),
                        Stream.<SyncState>of(vanished))
                .flatMap(states -> states)
                .distinct()
                .toList();
    }

    private static SyncState needed(SyncState.Action action) {
        return new SyncState.ActionNeeded(PROBLEM, action);
    }
}
