package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;

/// The notices of conflicts: who gets them and how often.
final class ConflictNoticeTest {
    private final List<Long> told = new ArrayList<>();
    private final ConflictNotice notice = new ConflictNotice(1, (open, _) -> told.add(open));

    private void show(SyncState state, long conflicts) {
        notice.show(new SyncStatus(
                state,
                5,
                5,
                0,
                List.of(),
                conflicts,
                Optional.empty(),
                "0".repeat(32),
                Optional.empty(),
                Optional.empty()));
    }

    @Test
    void conflictsThatArriveInOneRoundAreToldOnce() {
        show(new SyncState.Syncing(1, 3, 0, 0), 2);
        show(new SyncState.Syncing(2, 3, 0, 0), 4);
        assertThat(told).isEmpty();
        show(new SyncState.Conflicts(4), 4);
        show(new SyncState.Conflicts(4), 4);
        assertThat(told).containsExactly(4L);
    }

    @Test
    void thoseThatWereThereWhenTheWindowOpenedAreNotTold() {
        show(new SyncState.Conflicts(1), 1);
        assertThat(told).isEmpty();
    }

    @Test
    void afterSomeWereResolvedAnotherIsNews() {
        show(new SyncState.UpToDate(), 0);
        show(new SyncState.Checking(), 0);
        show(new SyncState.Conflicts(1), 1);
        assertThat(told).containsExactly(1L);
    }
}
