package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.db.Origin;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.Request;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.FaultPlan;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.format.Layout;
import tidemark.sync.format.Version;
import tidemark.sync.state.Progress;
import tidemark.sync.state.Unsendable;
import tidemark.sync.state.UnsendableRows;

/// Notes of the sync into which another tool wrote what is no row: the records are set aside and named until the remote
/// tells anew what they were, and everything else is synced.
final class UnreadableNotesTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);
    private Copy laptop;
    private Copy desk;

    @TempDir
    Path folder;

    @BeforeEach
    void twoDevices() {
        laptop = copies.make(folder, "laptop");
        desk = copies.make(folder, "desk");
        laptop.set("project", "p1", "title", "River", "summary", "Samples");
        laptop.sync();
        laptop.set("project", "p2", "title", "Kitchen");
        laptop.sync();
        desk.sync();
    }

    @AfterEach
    void close() {
        copies.close();
    }

    private void scribble(String statement, Object... values) {
        laptop.database.change(Origin.SYNC, sql -> sql.update(statement, values));
    }

    private static List<String> unsendable(Copy device) {
        return device.database.read(sql -> UnsendableRows.all(sql, device.database.schema())).stream()
                .map(Unsendable::toString)
                .toList();
    }

    private void isMended() {
        assertThat(laptop.sync()).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(desk.sync()).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(laptop.sync()).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(laptop.pending()).isZero();
        assertThat(unsendable(laptop)).isEmpty();
        assertThat(laptop.conflicts()).isEmpty();
        Copies.same(laptop, desk);
    }

    /// Nothing but the log's end can be read: what a row was before cannot be told.
    private void loseTheBeginning() {
        store.delete(Version.NONE.next().objectName());
        store.delete(Layout.CHECKPOINT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "[1]", "{\"title\":1.5}", "{\"title\":99999999999999999999}"})
    void aBaseThatIsNoRowIsNamedAndTakenFromTheRemote(String base) {
        laptop.set("project", "p1", "title", "Upper river");
        scribble("UPDATE pending SET base = ?", base);
        assertThat(unsendable(laptop))
                .containsExactly("project/p1 cannot be sent: what it was when last in sync cannot be read.");
        assertThat(new SyncedStateCheck(laptop.database).findings()).hasSize(1);
        desk.set("project", "p1", "summary", "Samples and tides");
        desk.sync();
        isMended();
        assertThat(desk.text("project", "p1", "title")).isEqualTo("Upper river");
        assertThat(laptop.text("project", "p1", "summary")).isEqualTo("Samples and tides");
        assertThat(new SyncedStateCheck(laptop.database).findings()).isEmpty();
    }

    @Test
    void aNewRowIsNewAgain() {
        laptop.set("project", "p3", "title", "Garden");
        scribble("UPDATE pending SET base = 'x'");
        isMended();
        assertThat(desk.text("project", "p3", "title")).isEqualTo("Garden");
    }

    @Test
    void beforeTheFirstSyncEveryRowIsNew() {
        var phone = copies.make(folder, "phone");
        phone.set("project", "p3", "title", "Garden");
        phone.database.change(Origin.SYNC, sql -> sql.update("UPDATE pending SET base = 'x'"));
        phone.sync();
        desk.sync();
        Copies.same(phone, desk);
        assertThat(desk.text("project", "p3", "title")).isEqualTo("Garden");
    }

    @Test
    void aRemovedRowIsRemovedEverywhere() {
        laptop.set("note", "n1", "project", "p1", "title", "Inside");
        laptop.sync();
        laptop.purge("project", "p1");
        scribble("UPDATE pending SET base = 'x'");
        isMended();
        assertThat(desk.ids("project")).containsExactly("p2");
    }

    @Test
    void whatTheRemoteDoesNotTellStaysSetAsideAndTheRestIsSynced() {
        laptop.set("project", "p1", "title", "Upper river");
        scribble("UPDATE pending SET base = 'x'");
        laptop.set("project", "p3", "title", "Garden");
        loseTheBeginning();
        desk.set("project", "p2", "title", "Kitchen rebuild");
        desk.sync();
        store.delete(Layout.CHECKPOINT);
        assertThat(laptop.sync()).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(desk.sync()).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(desk.text("project", "p3", "title")).isEqualTo("Garden");
        assertThat(laptop.text("project", "p2", "title")).isEqualTo("Kitchen rebuild");
        assertThat(unsendable(laptop)).hasSize(1);
        assertThat(laptop.text("project", "p1", "title")).isEqualTo("Upper river");
        assertThat(desk.text("project", "p1", "title")).isEqualTo("River");
        assertThat(laptop.position()).isEqualTo(desk.position());
    }

    @Test
    void noCopyOfAStateThatIsNotKnownIsMade() {
        laptop.set("project", "p1", "title", "Upper river");
        scribble("UPDATE pending SET base = 'x'");
        loseTheBeginning();
        clock.advance(Duration.ofMinutes(5));
        laptop.set("project", "p3", "title", "Garden");
        laptop.sync();
        assertThat(store.head(Layout.CHECKPOINT)).isEmpty();
        assertThatThrownBy(() -> laptop.engine.emptyHistory(Progress.NONE))
                .isInstanceOf(Denied.class)
                .hasMessageContaining("project/p1");
        assertThatThrownBy(() -> new SyncedStateCheck(laptop.database).recomputeHash())
                .isInstanceOf(Denied.class);
    }

    /// Nothing is left on the remote, and the laptop's state is sent there.
    private void sendAnew() {
        store.list("", Optional.empty(), 100).forEach(store::delete);
        clock.advance(Duration.ofHours(1));
        assertThat(laptop.sync()).isInstanceOf(SyncResult.RolledBack.class);
        assertThat(laptop.decide(RollbackDecision.SEND)).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(new SyncedStateCheck(laptop.database).findings()).isEmpty();
        assertThat(unsendable(laptop)).isEmpty();
        assertThat(desk.sync()).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(laptop.sync()).isInstanceOf(SyncResult.UpToDate.class);
        Copies.same(laptop, desk);
    }

    @Test
    void inAStateThatIsSentAnewWhatCannotBeReadIsNew() {
        laptop.set("note", "n1", "project", "p2", "title", "Inside");
        laptop.set("project", "p3", "title", "Garden");
        laptop.sync();
        desk.sync();
        laptop.set("project", "p1", "title", "Upper river");
        laptop.purge("project", "p3");
        scribble("UPDATE pending SET base = 'x'");
        scribble("INSERT INTO parked (tbl, id, fields, aside) VALUES ('note', 'n1', 'x', 0)");
        scribble("INSERT INTO parked (tbl, id, fields, aside) VALUES ('note', 'n7', 'x', 1)");
        sendAnew();
        isMended();
        assertThat(desk.text("project", "p1", "title")).isEqualTo("Upper river");
        assertThat(desk.text("note", "n1", "title")).isEqualTo("Inside");
        assertThat(desk.ids("project")).containsExactly("p1", "p2");
    }

    @Test
    void whatIsNewInAStateThatIsSentAnewKeepsWhatIsInsideItElsewhere() {
        laptop.set("note", "n1", "project", "p1", "title", "Inside");
        laptop.sync();
        desk.sync();
        laptop.set("project", "p1", "title", "Upper river");
        scribble("UPDATE pending SET base = 'x'");
        sendAnew();
        assertThat(desk.text("note", "n1", "title")).isEqualTo("Inside");
        assertThat(desk.text("project", "p1", "title") + desk.conflicts()).contains("Upper river");
    }

    @Test
    void whatWasSentIsKnownFromTheBatchItself() {
        laptop.set("project", "p1", "title", "Upper river");
        laptop.set("project", "p3", "title", "Garden");
        var isSent = new AtomicBoolean();
        laptop.network.follow(request -> {
            isSent.compareAndSet(false, request.kind() == Request.Kind.CREATE);
            return isSent.get() ? Fault.ANSWER_LOST : Fault.NONE;
        });
        assertThatThrownBy(laptop::sync).isInstanceOf(RuntimeException.class);
        laptop.network.follow(FaultPlan.none());
        scribble("UPDATE outgoing_row SET sent = 'x'");
        laptop.set("project", "p1", "summary", "Samples and tides");
        isMended();
        assertThat(desk.text("project", "p1", "summary")).isEqualTo("Samples and tides");
        assertThat(desk.text("project", "p3", "title")).isEqualTo("Garden");
    }

    @Test
    void unknownFieldsThatAreNoRowAreTakenFromTheRemote() {
        scribble("INSERT INTO parked (tbl, id, fields, aside) VALUES ('project', 'p1', 'x', 0)");
        assertThat(unsendable(laptop)).as("nothing of it is to be sent").isEmpty();
        laptop.set("project", "p1", "title", "Upper river");
        assertThat(unsendable(laptop))
                .containsExactly("project/p1 cannot be sent: what is kept of it for newer programs cannot be read.");
        scribble("INSERT INTO parked (tbl, id, fields, aside) VALUES ('no_table', 'a', 'x', 0)");
        scribble("INSERT INTO parked (tbl, id, fields, aside) VALUES ('note', 'n7', 'x', 1)");
        desk.set("project", "p1", "summary", "Samples and tides");
        desk.sync();
        isMended();
        assertThat(laptop.database.<Boolean>read(sql -> sql.exists("SELECT 1 FROM parked")))
                .isFalse();
    }

    @Test
    void aPendingRowOfNoTableHoldsNothingUp() {
        scribble("INSERT INTO pending (tbl, id, base, tx) VALUES ('no_table', 'a', '{\"b\":1}', 1)");
        laptop.set("project", "p1", "title", "Upper river");
        clock.advance(Duration.ofMinutes(5));
        laptop.sync();
        desk.sync();
        Copies.same(laptop, desk);
        assertThat(desk.text("project", "p1", "title")).isEqualTo("Upper river");
        assertThat(unsendable(laptop))
                .containsExactly("no_table/a cannot be sent: this program does not know its table.");
    }
}
