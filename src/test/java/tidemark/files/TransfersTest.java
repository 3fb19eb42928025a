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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
    void aConflictWaitsForTheContentThatOneOfItsVersionsNames() {
        laptop.add("p1", "f1", bytes(1, 100));
        send();
        desk.copy.sync();
        desk.add("p1", "f1", bytes(2, 100));
        desk.move();
        desk.copy.sync();
        var mine = laptop.add("p1", "f1", bytes(3, 100));
        laptop.copy.sync();
        desk.copy.sync();
        assertThat(store.head(mine.objectName())).isEmpty();
        assertThat(conflictsAbout(laptop, mine)).isOne();
        assertThat(conflictsAbout(desk, mine)).isZero();
        laptop.move();
        laptop.copy.sync();
        desk.copy.sync();
        assertThat(conflictsAbout(desk, mine)).isOne();
    }

    private static long conflictsAbout(FileDevice device, ContentHash hash) {
        return device.copy.database.read(sql -> sql.number(
                        """
                        SELECT count(*) FROM conflict
                        WHERE instr(ifnull(mine, ''), ?1) OR instr(ifnull(theirs, ''), ?1)
                           OR instr(ifnull(all_versions, ''), ?1)""", hash.text())
                .orElse(0));
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

    @Test
    void aSmallEditMadeDuringALongUploadIsOnTheOtherDeviceBeforeItsEnd() {
        laptop.add("p1", "f1", bytes(1, 1 << 20));
        laptop.copy.sync();
        laptop.settings = limits(OptionalLong.of(1 << 20), OptionalLong.empty());
        laptop.whileWaiting = () -> {
            laptop.whileWaiting = () -> {};
            laptop.copy.set("project", "p1", "title", "Edited meanwhile");
            laptop.copy.sync();
            desk.copy.sync();
        };
        assertThat(laptop.transfers.turn()).isTrue();
        assertThat(desk.copy.text("project", "p1", "title")).isEqualTo("Edited meanwhile");
        assertThat(desk.copy.text("file", "f1", "name")).isEmpty();
    }

    @Test
    void twoContentsAreMovedAtATime() {
        for (int i = 0; i < 3; i++) {
            laptop.add("p1", "f" + i, bytes(i, 100));
        }
        var both = new CountDownLatch(Transfers.AT_A_TIME);
        var all = new CountDownLatch(3);
        laptop.settings = limits(OptionalLong.of(1000), OptionalLong.empty());
        laptop.whileWaiting = () -> {
            both.countDown();
            assertThat(isOver(both)).isTrue();
            all.countDown();
        };
        var threads = new ArrayList<Thread>();
        laptop.transfers.start((_, work) -> {
            threads.add(Thread.startVirtualThread(work));
            return threads.getLast();
        });
        assertThat(isOver(all)).isTrue();
        laptop.transfers.close();
        assertThat(threads).hasSize(Transfers.AT_A_TIME).noneMatch(Thread::isAlive);
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFullDiskOfThisDeviceIsTheTroubleOfThatFileAndNotOfTheRemote() {
        var large = laptop.add("p1", "f1", bytes(1, 200_000));
        var small = laptop.add("p1", "f2", bytes(2, 100));
        send();
        desk.copy.sync();
        desk.room = 100_000;
        desk.move();
        assertThat(desk.state(small)).isEqualTo(ContentState.HERE);
        assertThat(desk.state(large)).isEqualTo(ContentState.REMOTE);
        var status = desk.transfers.status();
        assertThat(status.trouble()).isEmpty();
        assertThat(status.problems().get(large).cause()).contains("No space left on device");
        desk.room = Long.MAX_VALUE;
        clock.advance(Duration.ofMinutes(1));
        desk.move();
        assertThat(desk.state(large)).isEqualTo(ContentState.HERE);
    }

    @Test
    void aRemoteThatTakesOneContentAndRefusesAnotherGetsTheOne() {
        var refused = laptop.add("p1", "f1", bytes(1, 10));
        var taken = laptop.add("p1", "f2", bytes(2, 20));
        network.follow(request -> request.name().contains(refused.text()) ? Fault.NEVER_SENT : Fault.NONE);
        for (int i = 0; i < 6; i++) {
            laptop.move();
            clock.advance(Duration.ofSeconds(5));
        }
        assertThat(laptop.state(taken)).isEqualTo(ContentState.HERE);
        assertThat(laptop.state(refused)).isEqualTo(ContentState.WAITING);
        assertThat(laptop.transfers.status().problems()).containsOnlyKeys(refused);
    }

    @Test
    void anErrorThatNobodyForesawPutsOffOneContentOnly() {
        var odd = laptop.add("p1", "f1", bytes(1, 10));
        var usual = laptop.add("p1", "f2", bytes(2, 20));
        laptop.settings = limits(OptionalLong.of(1000), OptionalLong.empty());
        laptop.whileWaiting = () -> {
            if (laptop.transfers.status().of(odd).isPresent()) {
                throw new IllegalStateException("odd");
            }
        };
        laptop.transfers.turn();
        assertThat(laptop.transfers.status().problems().get(odd).cause()).contains("odd");
        laptop.move();
        assertThat(laptop.state(usual)).isEqualTo(ContentState.HERE);
    }

    @Test
    void aLimitOfTheBandwidthIsKeptOneWayOnly() {
        var hash = laptop.add("p1", "f1", bytes(1, 1 << 20));
        laptop.settings = limits(OptionalLong.of(100 << 10), OptionalLong.empty());
        laptop.move();
        assertThat(laptop.waited).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
        laptop.copy.sync();
        desk.copy.sync();
        desk.settings = limits(OptionalLong.of(1), OptionalLong.empty());
        desk.move();
        assertThat(desk.state(hash)).isEqualTo(ContentState.HERE);
        assertThat(desk.waited).isZero();
    }

    private static TransferSettings limits(OptionalLong up, OptionalLong down) {
        return new TransferSettings(FetchPolicy.STANDARD, OptionalLong.empty(), up, down, false);
    }

    @Test
    void aPinnedCollectionKeepsWhatLiesInItsInnerOnes() {
        desk.settings = new TransferSettings(
                new FetchPolicy(0), OptionalLong.of(0), OptionalLong.empty(), OptionalLong.empty(), false);
        var inside = laptop.add("p1", "f1", bytes(1, 50));
        laptop.add("p2", "f2", bytes(2, 50));
        laptop.copy.set("collection", "outer", "name", "Outer");
        laptop.copy.set("collection", "inner", "name", "Inner", "parent", "outer");
        laptop.copy.set("project", "p1", "collection", "inner");
        send();
        desk.copy.sync();
        new Pins(desk.copy.database).pin(new RecordId("collection", "outer"));
        desk.move();
        assertThat(desk.here()).containsExactly(inside);
    }

    @Test
    void aTransferThatIsPausedEndsWithItsNextBytesAndCommandsDoNotWaitForIt() {
        var hash = laptop.add("p1", "f1", bytes(1, 1 << 20));
        laptop.settings = limits(OptionalLong.of(1 << 20), OptionalLong.empty());
        laptop.whileWaiting = () -> {
            laptop.whileWaiting = () -> {};
            laptop.settings = new TransferSettings(
                    FetchPolicy.STANDARD, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), true);
            laptop.transfers.settingsChanged();
        };
        laptop.transfers.turn();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.WAITING);
        assertThat(laptop.transfers.isSettled()).isTrue();
        assertThat(laptop.transfers.status().problems()).isEmpty();
        laptop.settings = TransferSettings.STANDARD;
        laptop.transfers.settingsChanged();
        assertThat(laptop.transfers.isSettled()).isFalse();
        laptop.move();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.HERE);
    }

    @Test
    void labelsAndCollectionsOfManyProjectsMoveNoFile() {
        for (int i = 0; i < 20; i++) {
            laptop.add("p" + i, "f" + i, bytes(i, 10));
        }
        send();
        laptop.store.reset();
        laptop.copy.database.change(sql -> {
            sql.update("INSERT INTO collection (id, name) VALUES ('c1', 'C')");
            sql.update("INSERT INTO label (id, name) VALUES ('l1', 'L')");
            sql.update("UPDATE project SET collection = 'c1'");
            sql.update("INSERT INTO project_label (id, project, label) SELECT id || '-l1', id, 'l1' FROM project");
        });
        send();
        assertThat(laptop.store.requests()).isEmpty();
        desk.copy.sync();
        assertThat(desk.copy.text("project", "p19", "collection")).isEqualTo("c1");
    }

    @Test
    void aContentThatAnotherProcessIsTakingInIsNoLeftover() throws IOException {
        var taken = laptop.contents.take(Files.writeString(folder.resolve("source"), "text"));
        laptop.transfers.start((_, _) -> new Thread());
        laptop.contents.keep(taken);
        assertThat(laptop.here()).containsExactly(taken.hash());
    }

    @Test
    void aContentThatVanishedFromTheFolderIsFetchedAgain() throws IOException {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        send();
        Files.delete(laptop.contents.path(hash));
        laptop.transfers();
        laptop.transfers.start((_, _) -> new Thread());
        assertThat(laptop.state(hash)).isEqualTo(ContentState.REMOTE);
        laptop.move();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.HERE);
    }
}
