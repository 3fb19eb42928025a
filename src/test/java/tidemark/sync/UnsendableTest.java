package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.db.Origin;
import tidemark.remote.memory.MemoryStore;
import tidemark.schema.RecordId;
import tidemark.sync.state.Unsendable;
import tidemark.sync.state.UnsendableRows;

/// A row that no batch can hold: it stays pending and is named, and everything else reaches the other devices.
final class UnsendableTest {
    private static final String LONG =
            "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
                    + "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789!";

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
        laptop.set("project", "p1", "title", "River");
        laptop.sync();
        desk.sync();
    }

    @AfterEach
    void close() {
        copies.close();
    }

    private static List<Unsendable> unsendable(Copy device) {
        return device.database.read(sql -> UnsendableRows.all(sql, device.database.schema()));
    }

    private void reachesTheDesk(String id) {
        assertThat(laptop.sync()).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(desk.sync()).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(laptop.sync()).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(desk.ids("project")).contains(id);
        assertThat(desk.position()).isEqualTo(laptop.position());
        assertThat(laptop.recomputedHash()).isEqualTo(laptop.position().state());
        assertThat(desk.recomputedHash()).isEqualTo(desk.position().state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", LONG})
    void anIdThatReadersRefuseHoldsNothingElseUp(String id) {
        laptop.set("project", id, "title", "Odd");
        laptop.set("project", "p2", "title", "Plain");
        reachesTheDesk("p2");
        assertThat(unsendable(laptop)).extracting(Unsendable::record).containsExactly(new RecordId("project", id));
        assertThat(laptop.pending()).isEqualTo(1);
        assertThat(laptop.text("project", id, "title")).isEqualTo("Odd");
    }

    @Test
    void anIdOfTwoHundredCharactersIsSent() {
        laptop.set("project", LONG.substring(1), "title", "Long");
        reachesTheDesk(LONG.substring(1));
        assertThat(unsendable(laptop)).isEmpty();
        Copies.same(laptop, desk);
    }

    @Test
    void theRestOfItsTransactionGoes() {
        laptop.database.change(sql -> {
            sql.update("INSERT INTO project (id, title) VALUES ('', 'Odd')");
            sql.update("INSERT INTO project (id, title) VALUES ('p2', 'Plain')");
            sql.update("UPDATE project SET title = 'Upper river' WHERE id = 'p1'");
        });
        reachesTheDesk("p2");
        assertThat(desk.text("project", "p1", "title")).isEqualTo("Upper river");
    }

    @Test
    void whatIsInsideItReachesTheOthersOnceItCanBeShownThere() {
        laptop.set("project", "", "title", "Odd");
        laptop.set("note", "n1", "project", "", "title", "Inside");
        laptop.set("project", "p2", "title", "Plain");
        reachesTheDesk("p2");
        laptop.set("note", "n1", "project", "p2");
        reachesTheDesk("p2");
        assertThat(desk.text("note", "n1", "title")).isEqualTo("Inside");
    }

    @Test
    void aTextOverTheLimitIsNamedUntilItIsShorter() {
        laptop.set("note", "n1", "project", "p1", "title", "Log", "body", "x".repeat((8 << 20) + 1));
        laptop.set("project", "p2", "title", "Plain");
        reachesTheDesk("p2");
        assertThat(unsendable(laptop)).extracting(Unsendable::record).containsExactly(new RecordId("note", "n1"));
        laptop.set("note", "n1", "body", "short");
        reachesTheDesk("p2");
        assertThat(unsendable(laptop)).isEmpty();
        Copies.same(laptop, desk);
    }

    @Test
    void anUnknownFieldWithANameThatReadersRefuseHoldsNothingElseUp() {
        laptop.database.change(Origin.SYNC, sql -> {
            sql.update("INSERT INTO project (id, title) VALUES ('p3', 'From elsewhere')");
            sql.update("INSERT INTO parked (tbl, id, fields, aside) VALUES ('project', 'p3', '{\"No name\":1}', 0)");
        });
        laptop.set("project", "p2", "title", "Plain");
        reachesTheDesk("p2");
        assertThat(unsendable(laptop))
                .hasToString("[project/p3 cannot be sent: its column \"No name\" has a name that"
                        + " no other device accepts.]");
    }

    @Test
    void onceItIsRemovedNothingIsPending() {
        laptop.set("project", "", "title", "Odd");
        laptop.sync();
        laptop.purge("project", "");
        laptop.sync();
        assertThat(laptop.pending()).isZero();
        assertThat(unsendable(laptop)).isEmpty();
        Copies.same(laptop, desk);
    }

    @Test
    void aFirstSyncLeavesItOutToo() {
        try (var phone = new Copy(folder, "phone", new MemoryStore(), clock, new Random(3))) {
            phone.set("project", "", "title", "Odd");
            phone.set("project", "p9", "title", "Plain");
            assertThat(phone.sync()).isEqualTo(new SyncResult.UpToDate(0, 1));
            assertThat(phone.pending()).isEqualTo(1);
        }
    }
}
