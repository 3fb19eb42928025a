package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.Backup;
import tidemark.db.Backups;
import tidemark.db.SqliteFile;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.checkpoint.Snapshots;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.Layout;
import tidemark.sync.log.RemoteLog;
import tidemark.sync.state.Progress;

/// A rolled-back remote on which somebody goes on before every device has seen it.
final class HalfDecidedTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);
    private Map<ObjectName, byte[]> firstDay = Map.of();
    private Copy laptop;
    private Copy desk;
    private Copy phone;

    @TempDir
    Path folder;

    /// The phone has joined and has not seen a batch yet.
    @BeforeEach
    void threeDevices() {
        laptop = copies.make(folder, "laptop");
        desk = copies.make(folder, "desk");
        phone = copies.make(folder, "phone");
        phone.sync();
        firstDay = Disaster.everything(store);
        laptop.set("project", "p1", "title", "River");
        laptop.sync();
        desk.sync();
    }

    @AfterEach
    void close() {
        copies.close();
    }

    private void remoteGoesBackToTheFirstDay() {
        Disaster.replace(store, firstDay);
        clock.advance(Duration.ofMinutes(11));
    }

    /// The desk's attempt has put a snapshot there and reserved the number that the laptop already has.
    @Test
    void anAttemptToSendIsTheBaseOfWhatAnotherDeviceSendsAfterIt() {
        remoteGoesBackToTheFirstDay();
        assertThat(desk.sync()).isInstanceOf(SyncResult.RolledBack.class);
        endsAtVersionTwo(desk, () -> desk.decide(RollbackDecision.SEND));

        laptop.set("project", "p1", "title", "Upper river");
        assertThat(laptop.sync()).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(phone.sync()).isInstanceOf(SyncResult.UpToDate.class);
        Copies.same(laptop, phone);
        var tablet = copies.make(folder, "tablet");
        assertThat(tablet.sync()).isInstanceOf(SyncResult.UpToDate.class);
        Copies.same(laptop, tablet);
    }

    /// The process ends before that version is committed.
    private static void endsAtVersionTwo(Copy device, Runnable work) {
        device.network.follow(request -> {
            if (request.toString().contains("CREATE changes/000000000/002")) {
                throw new Copy.Crash();
            }
            return Fault.NONE;
        });
        assertThatThrownBy(work::run).isInstanceOf(Copy.Crash.class);
        device.network.follow(_ -> Fault.NONE);
    }

    /// The snapshot of a truncation that was given up is there, of the very state that the laptop has: followed again
    /// and again, it would never lead on.
    @Test
    @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLogThatGoesOnFromAnotherStateIsNotFollowedByWayOfAnAttemptToEmptyThisOne() {
        endsAtVersionTwo(laptop, () -> laptop.engine.emptyHistory(Progress.NONE));
        var attempt = new Snapshots(laptop.context(), new RemoteLog(store, 1))
                .newestFirst()
                .getFirst()
                .name();
        var base = store.get(attempt, Long.MAX_VALUE).orElseThrow().bytes();
        remoteGoesBackToTheFirstDay();
        store.put(attempt, Body.of(base), Metadata.NONE);
        phone.set("project", "p2", "title", "Kitchen");
        phone.sync();
        phone.set("project", "p2", "title", "Upper kitchen");
        phone.sync();

        assertThat(laptop.sync()).isInstanceOf(SyncResult.RolledBack.class);
        assertThat(laptop.text("project", "p1", "title")).isEqualTo("River");
        assertThat(laptop.decide(RollbackDecision.TAKE)).isInstanceOf(SyncResult.UpToDate.class);
        Copies.same(laptop, phone);
    }

    /// The phone has truncated what it found there, as far as the snapshot.
    @Test
    void aBaseThatNobodySentIsNoAnswerToARemoteThatWentBack() {
        remoteGoesBackToTheFirstDay();
        phone.set("project", "p2", "title", "Kitchen");
        phone.sync();
        endsAtVersionTwo(phone, () -> phone.engine.emptyHistory(Progress.NONE));

        assertThat(laptop.sync()).isInstanceOf(SyncResult.RolledBack.class);
        assertThat(laptop.ids("project")).containsExactly("p1");
    }

    /// The desk, which began again there under another id, finds its batch and the one after it as they were.
    @Test
    void aStateIsSentAgainWhereAnothersWasSentAfterIt() {
        Disaster.replace(store, Map.of());
        var other = copies.make(folder, "other");
        other.set("project", "p2", "title", "Kitchen");
        other.sync();
        var friend = copies.make(folder, "friend");
        friend.sync();
        friend.set("project", "p2", "title", "Upper kitchen");
        friend.sync();
        clock.advance(Duration.ofMinutes(11));
        assertThat(laptop.sync()).isInstanceOf(SyncResult.RolledBack.class);
        assertThat(laptop.decide(RollbackDecision.SEND)).isInstanceOf(SyncResult.UpToDate.class);
        clock.advance(Duration.ofMinutes(11));

        assertThat(other.decide(RollbackDecision.SEND)).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(friend.sync()).isInstanceOf(SyncResult.UpToDate.class);
        Copies.same(other, friend);
        assertThat(friend.text("project", "p2", "title")).isEqualTo("Kitchen");
    }

    /// Another tool put a file where the laptop's batch was.
    @Test
    void aStateIsSentWhereSomethingUnreadableLiesInTheBatchsPlace() {
        store.put(
                laptop.position().version().objectName(),
                Body.of(BatchFormat.zipped("no batch".getBytes(StandardCharsets.UTF_8))),
                Metadata.NONE);
        clock.advance(Duration.ofMinutes(11));
        assertThat(laptop.sync()).isInstanceOf(SyncResult.RolledBack.class);
        assertThat(laptop.decide(RollbackDecision.SEND)).isInstanceOf(SyncResult.UpToDate.class);
        var tablet = copies.make(folder, "tablet");
        assertThat(tablet.sync()).isInstanceOf(SyncResult.UpToDate.class);
        Copies.same(laptop, tablet);
    }

    /// The laptop had looked there a moment before it was emptied.
    @Test
    void aBatchThatWentToAnEmptiedRemoteIsNoStateThatWasSent() {
        laptop.set("project", "p1", "title", "Upper river");
        Disaster.replace(store, Map.of());
        assertThat(laptop.sync()).isEqualTo(new SyncResult.UpToDate(0, 1));
        clock.advance(Duration.ofMinutes(11));
        laptop.restart();
        assertThat(laptop.sync()).isInstanceOf(SyncResult.RolledBack.class);
        assertThat(laptop.decide(RollbackDecision.SEND)).isInstanceOf(SyncResult.UpToDate.class);

        store.delete(Layout.CHECKPOINT);
        var tablet = copies.make(folder, "tablet");
        assertThat(tablet.sync()).isInstanceOf(SyncResult.UpToDate.class);
        Copies.same(laptop, tablet);
    }

    /// Nothing on the remote tells the laptop then that what it sent is gone from there.
    @Test
    void whereTheHistoryWasEmptiedAfterwardsWhatADeviceSentBeforeIsKeptAsABackup() {
        remoteGoesBackToTheFirstDay();
        phone.set("project", "p2", "title", "Kitchen");
        phone.sync();
        phone.set("project", "p2", "title", "Upper kitchen");
        phone.sync();
        phone.engine.emptyHistory(Progress.NONE);

        assertThat(laptop.sync()).isInstanceOf(SyncResult.UpToDate.class);
        Copies.same(laptop, phone);
        var backups = Backups.all(Backups.folder(laptop.database.file()));
        assertThat(backups).hasSize(1);
        assertThat(titles(backups.getFirst())).containsExactly("River");
    }

    private static List<String> titles(Backup backup) {
        return SqliteFile.read(
                backup.file(), sql -> sql.list("SELECT title FROM project ORDER BY id", row -> row.getString(1)));
    }

    @Test
    void aDeviceThatWasOnlyBehindNeedsNoBackupToFollowAnEmptiedHistory() {
        for (int i = 0; i < 3; i++) {
            desk.set("project", "p2", "title", "Kitchen " + i);
            desk.sync();
        }
        desk.engine.emptyHistory(Progress.NONE);
        assertThat(laptop.sync()).isInstanceOf(SyncResult.UpToDate.class);
        Copies.same(laptop, desk);
        assertThat(Backups.all(Backups.folder(laptop.database.file()))).isEmpty();
    }
}
