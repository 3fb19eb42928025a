package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidemark.db.ChangeCapture;
import tidemark.sync.format.StateHash;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.Replica;

/// A divergence: the remote is replayed beside the library, which tells which of them is wrong.
final class StateMismatchTest extends WithPair {

    @BeforeEach
    void bothHoldTheSame() {
        pair.laptop.set("project", "p1", "title", "River");
        pair.laptop.set("project", "p2", "title", "Kitchen");
        pair.sync();
    }

    private static void losesCount(Copy device) {
        device.database.change(sql -> new Replica(sql).set(LocalKey.STATE_HASH, new StateHash(1, 2).toString()));
    }

    /// Changes a row without capture, as a defect would.
    private static void corrupt(Copy device, String id) {
        device.database.change(sql -> {
            ChangeCapture.suspended(sql, () -> {
                sql.update("UPDATE project SET title = 'Spoilt' WHERE id = ?", id);
            });
        });
    }

    private boolean isDistrusted() {
        return pair.desk
                .database
                .read(sql -> new Replica(sql).get(LocalKey.DISTRUST, "laptop"))
                .isPresent();
    }

    private void edit(String title) {
        pair.laptop.set("project", "p1", "title", title);
        pair.laptop.sync();
    }

    @Test
    void aWriterWhoLostCountIsNamedAndItsBatchesAreTakenAllTheSame() {
        losesCount(pair.laptop);
        edit("Stream");
        assertThat(pair.desk.sync()).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(pair.desk.text("project", "p1", "title")).isEqualTo("Stream");
        assertThat(pair.desk.recomputedHash()).isEqualTo(pair.desk.position().state());
        assertThat(isDistrusted()).isTrue();
    }

    @Test
    void aWriterIsNotProvedWrongTwice() {
        losesCount(pair.laptop);
        edit("Stream");
        pair.desk.sync();
        edit("Brook");
        pair.desk.counted.reset();
        pair.desk.sync();
        assertThat(pair.desk.text("project", "p1", "title")).isEqualTo("Brook");
        assertThat(pair.desk.counted.requests()).hasSize(2);
    }

    @Test
    void aHashThatIsRightAgainIsTrusted() {
        losesCount(pair.laptop);
        edit("Stream");
        pair.desk.sync();
        pair.laptop.database.change(sql -> new Replica(sql)
                .set(LocalKey.STATE_HASH, pair.laptop.recomputedHash().toString()));
        edit("Brook");
        pair.desk.sync();
        assertThat(isDistrusted()).isFalse();
        pair.syncUntilEqual();
    }

    @Test
    void aCopyWhoseOwnCountIsWrongTakesTheReplayAndKeepsWhatIsPending() {
        losesCount(pair.desk);
        pair.desk.set("project", "p2", "title", "Kitchen rebuild");
        edit("Stream");
        pair.desk.sync();
        assertThat(isDistrusted()).isFalse();
        pair.syncUntilEqual();
        assertThat(pair.laptop.text("project", "p2", "title")).isEqualTo("Kitchen rebuild");
    }

    @Test
    void aCopyThatHoldsAnotherValueThanTheLogTakesTheReplay() {
        corrupt(pair.desk, "p1");
        corrupt(pair.desk, "p2");
        edit("Stream");
        pair.desk.sync();
        assertThat(pair.desk.text("project", "p1", "title")).isEqualTo("Stream");
        assertThat(pair.desk.text("project", "p2", "title")).isEqualTo("Kitchen");
        pair.syncUntilEqual();
    }
}
