package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.Backup;
import tidemark.db.Backups;
import tidemark.db.SqliteFile;
import tidemark.remote.ObjectName;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.MemoryStore;

/// The remote went back, and before everybody has seen it somebody else goes on there.
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

    /// The phone has joined, and seen no batch yet.
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
        Disaster.make(store, firstDay);
        clock.advance(Duration.ofMinutes(11));
    }

    /// The desk's attempt has put a base there and reserved the number that the laptop already has.
    @Test
    void anAttemptToSendIsTheBaseOfWhatAnotherDeviceSendsAfterIt() {
        remoteGoesBackToTheFirstDay();
        assertThat(desk.sync()).isInstanceOf(SyncResult.WentBack.class);
        desk.line.follow(request -> {
            if (request.toString().contains("CREATE changes/000000000/002")) {
                throw new Copy.Crash();
            }
            return Fault.NONE;
        });
        assertThatThrownBy(() -> desk.decide(Decision.SEND)).isInstanceOf(Copy.Crash.class);

        laptop.set("project", "p1", "title", "Upper river");
        assertThat(laptop.sync()).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(phone.sync()).isInstanceOf(SyncResult.UpToDate.class);
        Copies.same(laptop, phone);
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
