package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tidemark.sync.Copies.same;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.db.Database;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.Request;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.MemoryStore;
import tidemark.schema.LibrarySchema;
import tidemark.sync.format.Layout;
import tidemark.sync.format.Version;
import tidemark.sync.state.Progress;

/// A log in which a batch is missing: no device takes the hole for its end.
final class MissingBatchTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);
    private Copy laptop;

    @TempDir
    Path folder;

    /// Four batches within a minute, so that the checkpoint is at version 1.
    @BeforeEach
    void fourBatches() {
        laptop = copies.make(folder, "laptop");
        for (int i = 1; i <= 4; i++) {
            laptop.set("project", "p" + i, "title", "Title " + i);
            laptop.sync();
        }
    }

    @AfterEach
    void close() {
        copies.close();
    }

    private Copy join(String name) {
        return copies.make(folder, name);
    }

    private void remove(long... versions) {
        for (var version : versions) {
            store.delete(new Version(version).objectName());
        }
    }

    private static List<String> requests(Copy copy) {
        return copy.counted.requests().stream().map(Request::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNewDeviceNamesTheMissingBatch(boolean hasCheckpoint) {
        if (!hasCheckpoint) {
            store.delete(Layout.CHECKPOINT);
        }
        remove(2);
        var phone = join("phone");
        assertThatThrownBy(phone::sync)
                .isInstanceOf(Corrupt.class)
                .hasMessageContaining("Version 2 is missing on the remote, though version 3 is there")
                .hasMessageContaining("verify --remote --fix");
    }

    @Test
    void theFirstMissingOfSeveralIsNamedWithTheDeviceThatIsAhead() {
        clock.advance(Duration.ofHours(2));
        laptop.sync();
        remove(2, 3);
        store.delete(Layout.CHECKPOINT);
        assertThatThrownBy(join("phone")::sync)
                .hasMessageContaining("Version 2 is missing on the remote, though version 4 is there")
                .hasMessageContaining("on laptop, which was at version 4");
    }

    @Test
    void nothingIsSentIntoTheHole() {
        remove(2);
        var phone = join("phone");
        phone.set("project", "p9", "title", "On the way");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(phone::sync).isInstanceOf(Corrupt.class);
            phone.restart();
        }
        assertThat(store.head(new Version(2).objectName())).isEmpty();
    }

    @Test
    void theDeviceThatHoldsItPutsItBackAndTheNewOneGoesOn() {
        remove(2, 3);
        var phone = join("phone");
        phone.set("project", "p9", "title", "On the way");
        assertThatThrownBy(phone::sync).isInstanceOf(Corrupt.class);
        assertThat(RemoteCheck.mend(laptop.context(), Progress.NONE)).allMatch(part -> part.isSound());
        phone.sync();
        laptop.sync();
        same(laptop, phone);
        assertThat(laptop.ids("project")).hasSize(5);
    }

    @Test
    void whereNobodyHoldsItTheStateOfOneDeviceIsSentAndAllGoOn() {
        remove(2);
        laptop.database.change(sql -> sql.update("DELETE FROM log"));
        var phone = join("phone");
        phone.set("project", "p9", "title", "On the way");
        assertThatThrownBy(phone::sync).isInstanceOf(Corrupt.class);
        assertThat(laptop.decide(RollbackDecision.SEND)).isInstanceOf(SyncResult.UpToDate.class);
        phone.sync();
        laptop.sync();
        same(laptop, phone);
        assertThat(laptop.ids("project")).hasSize(5);
    }

    /// The remote's copy ends before the hole: to take it would throw away what is behind.
    @Test
    void theRemotesCopyIsNotTakenAsFarAsTheHole() {
        remove(2);
        store.delete(Layout.CHECKPOINT);
        var rows = laptop.rows();
        assertThatThrownBy(() -> laptop.decide(RollbackDecision.TAKE)).isInstanceOf(Corrupt.class);
        assertThat(laptop.rows()).isEqualTo(rows);
    }

    @Test
    void aDryRunNamesIt() {
        remove(2);
        var phone = join("phone");
        assertThatThrownBy(() -> DryRun.run(phone.context(), Database.Settings.of(LibrarySchema.CURRENT, clock)))
                .isInstanceOf(Corrupt.class)
                .hasMessageContaining("Version 2 is missing");
    }

    /// The end of the log is missing, and with it everything but what other devices left as hints.
    @Test
    void aLogThatOnceWentOnIsSaidToHaveGoneBackUntilAPersonDecides() {
        clock.advance(Duration.ofHours(2));
        laptop.sync();
        remove(2, 3, 4);
        store.delete(Layout.CHECKPOINT);
        var phone = join("phone");
        assertThat(phone.sync())
                .isInstanceOfSatisfying(
                        SyncResult.RolledBack.class,
                        ended -> assertThat(ended.problem().cause())
                                .contains("ends at version 1", "laptop, which was at version 4"));
        assertThat(phone.decide(RollbackDecision.TAKE)).isInstanceOf(SyncResult.UpToDate.class);
        phone.restart();
        assertThat(phone.sync()).isInstanceOf(SyncResult.UpToDate.class);
        assertThat(phone.ids("project")).containsExactly("p1");
    }

    /// A device that was there before reads one small object an hour, and lists only where that contradicts the poll.
    @Test
    void aDeviceThatFallsBehindAHoleFindsItWithinAnHour() {
        var desk = join("desk");
        desk.sync();
        clock.advance(Duration.ofMinutes(2));
        laptop.set("project", "p5", "title", "Title 5");
        laptop.sync();
        clock.advance(Duration.ofMinutes(2));
        laptop.set("project", "p6", "title", "Title 6");
        laptop.sync();
        remove(5);
        desk.set("project", "p9", "title", "On the way");
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(desk::sync).isInstanceOf(Corrupt.class).hasMessageContaining("Version 5 is missing");
    }

    @Test
    void withoutAnyHintItFindsTheHoleByListing() {
        var desk = join("desk");
        desk.sync();
        clock.advance(Duration.ofMinutes(2));
        for (int i = 5; i <= 6; i++) {
            laptop.set("project", "p" + i, "title", "Title " + i);
            laptop.sync();
        }
        remove(5);
        store.delete(Layout.VERSION);
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(desk::sync).isInstanceOf(Corrupt.class).hasMessageContaining("Version 5 is missing");
    }

    @Test
    void thePollStaysOneRequestAndTheLookIsOneMoreAnHour() {
        laptop.counted.reset();
        for (int i = 0; i < 3; i++) {
            laptop.sync();
        }
        assertThat(requests(laptop)).hasSize(3).containsOnly("GET changes/000000000/005.json.gz");
        laptop.counted.reset();
        clock.advance(Duration.ofHours(1));
        laptop.sync();
        assertThat(requests(laptop))
                .contains("GET changes/000000000/005.json.gz", "GET version.txt")
                .doesNotContain("LIST changes/");
        laptop.counted.reset();
        laptop.sync();
        assertThat(requests(laptop)).hasSize(1);
    }

    @Test
    void aDeviceThatJoinsListsOnce() {
        var phone = join("phone");
        phone.sync();
        assertThat(phone.counted.count(Request.Kind.LIST)).isEqualTo(1);
        phone.counted.reset();
        phone.sync();
        assertThat(requests(phone)).containsExactly("GET changes/000000000/005.json.gz");
    }

    /// Two batches are committed between the poll and the listing.
    @Test
    void aLogThatWentOnMeanwhileHasNoHole() {
        var phone = join("phone");
        phone.network.follow(request -> {
            if (request.toString().equals("LIST changes/")) {
                phone.network.follow(_ -> Fault.NONE);
                for (int i = 5; i <= 6; i++) {
                    laptop.set("project", "p" + i, "title", "Title " + i);
                    laptop.sync();
                }
            }
            return Fault.NONE;
        });
        phone.sync();
        same(laptop, phone);
    }

    /// A hint may be late, lost, or anyone's.
    @Test
    void aHintAloneStopsNobodyWhoWasThereBefore() {
        store.put(Layout.VERSION, Body.of("900\n".getBytes(StandardCharsets.US_ASCII)), Metadata.NONE);
        clock.advance(Duration.ofHours(3));
        assertThat(laptop.sync()).isInstanceOf(SyncResult.UpToDate.class);
        try (var alone = new Copy(folder, "alone", store, clock, new Random(3))) {
            assertThat(alone.sync()).isInstanceOf(SyncResult.UpToDate.class);
        }
    }
}
