package tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.files.FileDevice.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.Request.Kind;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.FaultPlan;
import tidemark.remote.memory.FaultyStore;
import tidemark.remote.memory.MemoryStore;
import tidemark.schema.RecordId;
import tidemark.sync.SteppedClock;
import tidemark.sync.state.Detach;

/// Contents on their way between two devices, one turn at a time.
final class TransfersTest {
    /// MiB of the upload that is killed, and how often it is.
    private static final int SIZE = Integer.getInteger("upload", 40);

    private static final int KILLS = 10;

    private static final int FILES = Integer.getInteger("files", 150);

    private final MemoryStore store = new MemoryStore();
    private final FaultyStore network = new FaultyStore(store, FaultPlan.none());
    private final SteppedClock clock = new SteppedClock();

    @TempDir
    Path folder;

    private FileDevice laptop;
    private FileDevice desk;

    @BeforeEach
    void open() {
        laptop = new FileDevice(folder, "laptop", network, clock);
        desk = new FileDevice(folder, "desk", store, clock);
    }

    @AfterEach
    void close() {
        laptop.close();
        desk.close();
    }

    private void send() {
        laptop.copy.sync();
        laptop.move();
        laptop.copy.sync();
    }

    @Test
    void aRowWaitsForItsContentAndEverythingElseGoesOn() {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        laptop.copy.set("note", "n1", "project", "p1", "title", "Now");
        laptop.copy.sync();
        desk.copy.sync();
        assertThat(desk.copy.text("project", "p1", "title")).isEqualTo("p1");
        assertThat(desk.copy.text("note", "n1", "title")).isEqualTo("Now");
        assertThat(desk.copy.text("file", "f1", "name")).isEmpty();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.WAITING);
        laptop.move();
        laptop.copy.sync();
        desk.copy.sync();
        assertThat(desk.copy.text("file", "f1", "sha256")).isEqualTo(hash.text());
    }

    @Test
    void aChangeOfManyRecordsGoesWithoutTheOneFileInItThatWaits() {
        laptop.add("p1", "f1", bytes(1, 100));
        laptop.copy.database.change(sql -> {
            sql.update("UPDATE file SET name = 'Renamed' WHERE id = 'f1'");
            for (int i = 0; i < 50; i++) {
                sql.update("INSERT INTO project (id, title) VALUES (?, 'Many')", "many" + i);
            }
        });
        laptop.copy.sync();
        desk.copy.sync();
        assertThat(desk.copy.text("project", "many49", "title")).isEqualTo("Many");
        assertThat(desk.copy.text("file", "f1", "name")).isEmpty();
    }

    @Test
    void aFileThatIsSentAlreadyIsRenamedAtOnceWhileAnotherContentOfItWaits() {
        laptop.add("p1", "f1", bytes(1, 100));
        send();
        laptop.add("p1", "f1", bytes(2, 100));
        laptop.copy.sync();
        desk.copy.sync();
        assertThat(desk.copy.text("file", "f1", "sha256")).isNotEqualTo(laptop.copy.text("file", "f1", "sha256"));
        laptop.move();
        laptop.copy.sync();
        desk.copy.sync();
        assertThat(desk.copy.text("file", "f1", "sha256")).isEqualTo(laptop.copy.text("file", "f1", "sha256"));
    }

    @Test
    void aContentIsFetchedCheckedAndKept() throws IOException {
        var hash = laptop.add("p1", "f1", bytes(1, 100_000));
        send();
        desk.copy.sync();
        assertThat(desk.state(hash)).isEqualTo(ContentState.REMOTE);
        desk.move();
        assertThat(desk.state(hash)).isEqualTo(ContentState.HERE);
        assertThat(Files.readAllBytes(desk.contents.path(hash))).isEqualTo(bytes(1, 100_000));
    }

    @Test
    void anEmptyContentIsSentAndFetchedAsAnyOther() {
        var hash = laptop.add("p1", "f1", new byte[0]);
        send();
        desk.copy.sync();
        desk.move();
        assertThat(desk.state(hash)).isEqualTo(ContentState.HERE);
    }

    @Test
    void otherTitlesAndLabelsOfManyProjectsMoveNoFile() {
        for (int i = 0; i < 40; i++) {
            laptop.add("p" + i, "f" + i, bytes(i, 10));
        }
        send();
        laptop.store.reset();
        laptop.copy.database.change(sql -> sql.update("UPDATE project SET title = title || '!'"));
        send();
        desk.copy.sync();
        assertThat(laptop.store.requests()).isEmpty();
        assertThat(desk.copy.text("project", "p39", "title")).isEqualTo("p39!");
    }

    @Test
    void manySmallFilesCostARequestEachAndASecondDeviceSendsNone() {
        for (int i = 0; i < FILES; i++) {
            laptop.add("p1", "f" + i, bytes(i, 10));
            desk.add("q1", "g" + i, bytes(i, 10));
        }
        laptop.store.reset();
        laptop.move();
        assertThat(laptop.store.count(Kind.PUT)).isEqualTo(FILES);
        assertThat(laptop.store.requests()).hasSizeLessThanOrEqualTo(FILES + 30);
        desk.store.reset();
        desk.move();
        assertThat(desk.store.count(Kind.PUT)).isZero();
        assertThat(desk.transfers.status().toSend().count()).isZero();
    }

    @Test
    void anUploadThatIsKilledAtRandomMomentsGoesOnWhereItWas() {
        var size = SIZE << 20;
        var part = 8 << 20;
        var hash = laptop.add("p1", "f1", bytes(1, size));
        var random = new Random(5);
        var sent = 0L;
        for (int kill = 0; kill < KILLS; kill++) {
            laptop.store.reset();
            var stopAt = random.nextLong(size / KILLS);
            var transfers = laptop.transfers();
            laptop.between = () -> {
                if (laptop.store.sent() >= stopAt) {
                    transfers.stop();
                }
            };
            transfers.turn();
            sent += laptop.store.sent();
            assertThat(laptop.state(hash)).isEqualTo(ContentState.WAITING);
        }
        laptop.between = () -> {};
        laptop.store.reset();
        laptop.transfers();
        laptop.move();
        sent += laptop.store.sent();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.HERE);
        assertThat(sent).isLessThanOrEqualTo(size + 2L * KILLS * part);
    }

    /// Lets a moment pass.
    private void clock() {
        clock.advance(Duration.ofSeconds(1));
    }

    @Test
    void aFetchThatBreaksOffGoesOnWhereItWas() {
        var hash = laptop.add("p1", "f1", bytes(1, 4 << 20));
        send();
        desk.copy.sync();
        var transfers = desk.transfers();
        desk.between = () -> {
            if (desk.store.received() > 1 << 20) {
                transfers.stop();
            }
        };
        transfers.turn();
        var first = desk.store.received();
        assertThat(desk.state(hash)).isEqualTo(ContentState.REMOTE);
        desk.transfers();
        desk.move();
        assertThat(desk.state(hash)).isEqualTo(ContentState.HERE);
        assertThat(first).isPositive();
        assertThat(desk.store.received()).isLessThanOrEqualTo((4 << 20) + 256 * 1024);
    }

    @Test
    void aContentThatArrivesDamagedIsFetchedAgainAndThenReported() {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        send();
        store.put(hash.objectName(), Body.of(bytes(2, 100)), Metadata.NONE);
        desk.copy.sync();
        desk.store.reset();
        desk.move();
        assertThat(desk.store.count(Kind.GET)).isEqualTo(2);
        assertThat(desk.state(hash)).isEqualTo(ContentState.DAMAGED);
        assertThat(desk.here()).isEmpty();
        store.put(hash.objectName(), Body.of(bytes(1, 100)), Metadata.NONE);
        desk.transfers.retry(hash);
        desk.move();
        assertThat(desk.state(hash)).isEqualTo(ContentState.HERE);
    }

    @Test
    void aContentThatTheRemoteDoesNotHaveIsMissingAndHoldsNothingUp() {
        var lost = laptop.add("p1", "f1", bytes(1, 10));
        var kept = laptop.add("p1", "f2", bytes(2, 20));
        send();
        store.delete(lost.objectName());
        desk.copy.sync();
        desk.move();
        assertThat(desk.state(lost)).isEqualTo(ContentState.MISSING);
        assertThat(desk.state(kept)).isEqualTo(ContentState.HERE);
    }

    @Test
    void largeContentsAreFetchedWhenTheyAreWantedAndPinnedOnesAhead() {
        desk.settings = new TransferSettings(
                new FetchPolicy(50), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), false);
        var small = laptop.add("p1", "f1", bytes(1, 50));
        var opened = laptop.add("p1", "f2", bytes(2, 51));
        var pinned = laptop.add("p2", "f3", bytes(3, 52));
        send();
        desk.copy.sync();
        desk.move();
        assertThat(desk.here()).containsExactly(small);
        desk.files.want(opened, 51);
        desk.move();
        assertThat(desk.here()).containsExactlyInAnyOrder(small, opened);
        new Pins(desk.copy.database).pin(new RecordId("project", "p2"));
        desk.move();
        assertThat(desk.here()).containsExactlyInAnyOrder(small, opened, pinned);
    }

    @Test
    void evictionTakesWhatWasUsedLongestAgoAndNeverWhatIsPinnedOrNotSent() {
        var hashes = new ArrayList<ContentHash>();
        for (int i = 0; i < 4; i++) {
            hashes.add(laptop.add("p1", "f" + i, bytes(i, 100)));
            clock();
        }
        send();
        new Pins(laptop.copy.database).pin(new RecordId("file", "f0"));
        laptop.settings = new TransferSettings(
                FetchPolicy.STANDARD, OptionalLong.of(250), OptionalLong.empty(), OptionalLong.empty(), false);
        network.follow(FaultPlan.none());
        var unsent = laptop.add("p1", "unsent", bytes(9, 100));
        new Eviction(laptop.copy.database, laptop.contents).run(OptionalLong.of(250), List.of());
        assertThat(laptop.here()).containsExactlyInAnyOrder(hashes.get(0), unsent);
        new Eviction(laptop.copy.database, laptop.contents).run(OptionalLong.of(0), List.of());
        assertThat(laptop.here()).containsExactlyInAnyOrder(hashes.get(0), unsent);
        assertThat(laptop.state(hashes.get(3))).isEqualTo(ContentState.REMOTE);
    }

    @Test
    void whatIsFetchedAheadNeverDrivesOutOthers() {
        desk.settings = new TransferSettings(
                FetchPolicy.STANDARD, OptionalLong.of(150), OptionalLong.empty(), OptionalLong.empty(), false);
        laptop.add("p1", "f1", bytes(1, 100));
        laptop.add("p1", "f2", bytes(2, 101));
        send();
        desk.copy.sync();
        desk.store.reset();
        desk.move();
        desk.move();
        assertThat(desk.here()).hasSize(1);
        assertThat(desk.store.count(Kind.GET)).isEqualTo(1);
    }

    @Test
    void aContentThatChangedOnTheDiskBeforeItWasSentIsNotSent() throws IOException {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        Files.write(laptop.contents.path(hash), bytes(2, 101));
        laptop.move();
        assertThat(store.head(hash.objectName())).isEmpty();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.MISSING);
    }

    @Test
    void anotherRemoteGetsTheContentsAgain() {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        send();
        Detach.run(laptop.copy.database);
        assertThat(laptop.state(hash)).isEqualTo(ContentState.WAITING);
        store.delete(hash.objectName());
        laptop.move();
        assertThat(store.head(hash.objectName())).isPresent();
    }

    @Test
    void nothingIsMovedWhilePausedOrBeforeTheRemoteIsKnownToBeRight() {
        laptop.add("p1", "f1", bytes(1, 100));
        laptop.transfers.allow(false);
        assertThat(laptop.transfers.turn()).isFalse();
        laptop.transfers.allow(true);
        laptop.settings = new TransferSettings(
                FetchPolicy.STANDARD, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), true);
        assertThat(laptop.transfers.turn()).isFalse();
        laptop.settings = TransferSettings.STANDARD;
        assertThat(laptop.transfers.turn()).isTrue();
    }

    @Test
    void aFailureIsWaitedOutAndTheContentComesThenByItself() {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        network.follow(_ -> Fault.NEVER_SENT);
        assertThat(laptop.transfers.turn()).isTrue();
        assertThat(laptop.transfers.status().trouble()).isPresent();
        assertThat(laptop.transfers.turn()).isFalse();
        network.follow(FaultPlan.none());
        clock.advance(Duration.ofSeconds(5));
        laptop.move();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.HERE);
        assertThat(laptop.transfers.status().trouble()).isEqualTo(Optional.empty());
    }

    @Test
    void aCancelledContentStaysUntilItIsAskedForAgain() {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        laptop.transfers.cancel(hash);
        laptop.move();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.WAITING);
        laptop.transfers.retry(hash);
        laptop.move();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.HERE);
    }

    @Test
    void aHostileHashInARowNamesNoFileAnywhere() {
        laptop.copy.set("project", "p1", "title", "P");
        laptop.copy.set("file", "f1", "project", "p1", "name", "x", "sha256", "../../../etc/passwd" + "x".repeat(45));
        laptop.move();
        assertThat(laptop.store.requests()).isEmpty();
    }
}
