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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tidemark.db.Backup;
import tidemark.db.Backups;
import tidemark.db.SqliteFile;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.memory.FaultPlan;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.format.Layout;

/// A remote that was emptied, swapped, or restored to an older day: each device reports it and stops, a person decides
/// on one of them, and the others follow without losing what is pending.
final class RollbackTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);
    private Map<ObjectName, byte[]> olderDay = Map.of();
    private Copy laptop;
    private Copy desk;

    @TempDir
    Path folder;

    /// Both hold p1 and p2; the desk has been away since then, and the laptop sent three edits more.
    @BeforeEach
    void twoDevices() {
        laptop = copy("laptop");
        desk = copy("desk");
        laptop.set("project", "p1", "title", "River");
        laptop.sync();
        laptop.set("project", "p2", "title", "Kitchen");
        laptop.sync();
        desk.sync();
        olderDay = Disaster.everything(store);
        for (int i = 0; i < 3; i++) {
            laptop.set("project", "p1", "summary", "Samples " + i);
            laptop.sync();
        }
        desk.sync();
        laptop.set("project", "p1", "title", "Upper river");
        laptop.sync();
    }

    @AfterEach
    void close() {
        copies.close();
    }

    private Copy copy(String name) {
        return copies.make(folder, name);
    }

    private void strikes(Disaster disaster) {
        disaster.strike(store, olderDay, folder, clock);
        clock.advance(Duration.ofMinutes(11));
        copies.all().forEach(Copy::restart);
    }

    private void hourPasses() {
        clock.advance(Duration.ofHours(1));
    }

    private static void same(Copy a, Copy b) {
        Copies.same(a, b);
        assertThat(a.pending() + b.pending()).isZero();
    }

    private static boolean isUpToDate(SyncResult result) {
        return result instanceof SyncResult.UpToDate;
    }

    private List<Backup> backups() {
        return Backups.all(folder.resolve("backups"));
    }

    private List<String> titles(Backup backup) {
        return SqliteFile.read(
                backup.file(), sql -> sql.list("SELECT title FROM project ORDER BY id", row -> row.getString(1)));
    }

    private List<String> backupOf(String reason) {
        return backups().stream()
                .filter(backup -> backup.reason().orElse("").equals(reason))
                .findFirst()
                .map(this::titles)
                .orElse(List.of());
    }

    @ParameterizedTest
    @EnumSource
    void everyDeviceStopsAndNothingIsTouched(Disaster disaster) {
        strikes(disaster);
        var there = Disaster.everything(store).keySet();
        for (var device : List.of(laptop, desk)) {
            var before = device.rows();
            device.set("project", "p2", "status", "active");
            assertThat(device.sync()).isInstanceOf(SyncResult.RolledBack.class);
            assertThat(device.rows().keySet()).isEqualTo(before.keySet());
        }
        assertThat(Disaster.everything(store).keySet()).isEqualTo(there);
    }

    @ParameterizedTest
    @EnumSource
    void theStateOfOneDeviceIsSentAndTheOthersFollowWithTheirUnsentEdits(Disaster disaster) {
        desk.set("project", "p2", "summary", "Tiles\n");
        laptop.set("project", "p2", "title", "Kitchen rebuild");
        strikes(disaster);
        assertThat(laptop.sync()).isInstanceOf(SyncResult.RolledBack.class);
        assertThat(desk.sync()).isInstanceOf(SyncResult.RolledBack.class);

        assertThat(isUpToDate(laptop.decide(RollbackDecision.SEND))).isTrue();
        hourPasses();
        assertThat(isUpToDate(desk.sync())).isTrue();
        hourPasses();
        assertThat(isUpToDate(laptop.sync())).isTrue();

        same(laptop, desk);
        assertThat(laptop.ids("project")).containsExactly("p1", "p2");
        assertThat(desk.text("project", "p1", "title")).isEqualTo("Upper river");
        assertThat(laptop.text("project", "p2", "title")).isEqualTo("Kitchen rebuild");
        assertThat(laptop.text("project", "p2", "summary")).isEqualTo("Tiles\n");
    }

    @ParameterizedTest
    @EnumSource
    void aNewDeviceJoinsAfterwardsAndHoldsTheSame(Disaster disaster) {
        strikes(disaster);
        laptop.sync();
        laptop.decide(RollbackDecision.SEND);
        var phone = copy("phone");
        assertThat(isUpToDate(phone.sync())).isTrue();
        same(laptop, phone);
        phone.set("project", "p3", "title", "Bees");
        phone.sync();
        laptop.sync();
        same(laptop, phone);
    }

    @ParameterizedTest
    @EnumSource
    void aNewDeviceJoinsEvenWhereTheCheckpointIsLost(Disaster disaster) {
        strikes(disaster);
        laptop.sync();
        laptop.decide(RollbackDecision.SEND);
        store.delete(Layout.CHECKPOINT);
        var phone = copy("phone");
        assertThat(isUpToDate(phone.sync())).isTrue();
        same(laptop, phone);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EMPTIED")
    void whatLayOnTheRemoteIsKeptBeforeAStateIsSent(Disaster disaster) {
        strikes(disaster);
        laptop.sync();
        laptop.decide(RollbackDecision.SEND);
        var there = backupOf("remote");
        switch (disaster) {
            case SWAPPED -> assertThat(there).hasSize(4).containsOnly("By the stranger");
            case OLDER_AND_WENT_ON -> assertThat(there).contains("River", "Kitchen", "By the latecomer");
            case OLDER, EMPTIED -> assertThat(there).containsExactly("River", "Kitchen");
        }
    }

    @Test
    void whoWentOnFromTheOlderDayKeepsACopyAndFollows() {
        Disaster.replace(store, olderDay);
        clock.advance(Duration.ofMinutes(11));
        var phone = copy("phone");
        phone.sync();
        phone.set("project", "p9", "title", "Sent from the older day");
        phone.sync();
        phone.set("project", "p2", "status", "waiting");
        laptop.sync();
        laptop.decide(RollbackDecision.SEND);
        hourPasses();
        assertThat(isUpToDate(phone.sync())).isTrue();
        assertThat(isUpToDate(laptop.sync())).isTrue();
        same(laptop, phone);
        assertThat(laptop.text("project", "p2", "status")).isEqualTo("waiting");
        assertThat(laptop.ids("project")).containsExactly("p1", "p2");
        assertThat(backupOf("before-following-another-device")).contains("Sent from the older day");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EMPTIED")
    void theRemotesCopyIsTakenAndMineIsABackup(Disaster disaster) {
        laptop.set("project", "p2", "title", "Kitchen rebuild");
        strikes(disaster);
        laptop.sync();

        assertThat(isUpToDate(laptop.decide(RollbackDecision.TAKE))).isTrue();
        var phone = copy("phone");
        phone.sync();
        same(laptop, phone);
        assertThat(backupOf("before-taking-remote")).containsExactly("Upper river", "Kitchen rebuild");
        assertThat(laptop.text("project", "p2", "title")).isEqualTo("Kitchen rebuild");
        switch (disaster) {
            case SWAPPED -> assertThat(laptop.ids("project")).hasSize(5).contains("stranger0", "p2");
            case OLDER_AND_WENT_ON ->
                assertThat(laptop.ids("project")).hasSize(5).contains("latecomer0", "p1");
            case OLDER, EMPTIED ->
                assertThat(laptop.text("project", "p1", "summary")).isEmpty();
        }
    }

    @Test
    void anEmptyRemoteIsNoCopyThatCouldBeTaken() {
        strikes(Disaster.EMPTIED);
        assertThat(laptop.sync())
                .isInstanceOfSatisfying(
                        SyncResult.RolledBack.class,
                        result -> assertThat(result.remote()).isEqualTo(RollbackKind.EMPTY));
        var before = laptop.rows();
        assertThatThrownBy(() -> laptop.decide(RollbackDecision.TAKE)).isInstanceOf(Denied.class);
        assertThat(laptop.rows()).isEqualTo(before);
        assertThat(backups()).isEmpty();
    }

    @Test
    void bothDevicesSendTheirStateAndNeitherIsStuck() {
        desk.set("project", "p2", "summary", "Tiles\n");
        strikes(Disaster.EMPTIED);
        laptop.decide(RollbackDecision.SEND);
        desk.decide(RollbackDecision.SEND);
        hourPasses();
        for (int i = 0; i < 3; i++) {
            assertThat(isUpToDate(laptop.sync())).isTrue();
            assertThat(isUpToDate(desk.sync())).isTrue();
        }
        same(laptop, desk);
        assertThat(laptop.text("project", "p2", "summary")).isEqualTo("Tiles\n");
    }

    @ParameterizedTest
    @EnumSource
    void aCrashAnywhereInSendingIsMadeGoodByDecidingAgain(Disaster disaster) {
        laptop.set("project", "p2", "title", "Kitchen rebuild");
        desk.set("project", "p2", "summary", "Tiles\n");
        strikes(disaster);
        var isDone = false;
        for (int n = 0; !isDone; n++) {
            assertThat(n).isLessThan(200);
            laptop.network.follow(FaultPlan.throwing(n, Copy.Crash::new));
            isDone = isDecidedWithoutCrash(RollbackDecision.SEND);
        }
        laptop.network.follow(FaultPlan.none());
        hourPasses();
        desk.sync();
        laptop.sync();
        desk.sync();
        same(laptop, desk);
        assertThat(laptop.ids("project")).containsExactly("p1", "p2");
        assertThat(desk.text("project", "p2", "title")).isEqualTo("Kitchen rebuild");
        assertThat(laptop.text("project", "p2", "summary")).isEqualTo("Tiles\n");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "EMPTIED")
    void aCrashAnywhereInTakingIsMadeGoodByDecidingAgain(Disaster disaster) {
        laptop.set("project", "p2", "title", "Kitchen rebuild");
        strikes(disaster);
        var isDone = false;
        for (int n = 0; !isDone; n++) {
            assertThat(n).isLessThan(200);
            laptop.network.follow(FaultPlan.throwing(n, Copy.Crash::new));
            isDone = isDecidedWithoutCrash(RollbackDecision.TAKE);
        }
        var phone = copy("phone");
        phone.sync();
        same(laptop, phone);
        assertThat(laptop.text("project", "p2", "title")).isEqualTo("Kitchen rebuild");
    }

    private boolean isDecidedWithoutCrash(RollbackDecision decision) {
        try {
            return isUpToDate(laptop.sync()) || isUpToDate(laptop.decide(decision));
        } catch (Copy.Crash e) {
            laptop.restart();
            return false;
        }
    }
}
