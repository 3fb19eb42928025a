package tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.files.FileDevice.bytes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tidemark.remote.Request.Kind;
import tidemark.remote.memory.FaultPlan;
import tidemark.schema.RecordId;

/// What a device fetches, keeps and drops, how fast, and when it pauses.
final class TransferLimitsTest extends WithTwoDevices {
    /// Lets a moment pass.
    private void clock() {
        clock.advance(Duration.ofSeconds(1));
    }

    private static boolean isOver(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
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
        new Pins(desk.copy.database, () -> {}).pin(new RecordId("project", "p2"));
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
        new Pins(laptop.copy.database, () -> {}).pin(new RecordId("file", "f0"));
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

    @Test
    void aLimitOfTheBandwidthIsKeptOneWayOnly() {
        var hash = laptop.add("p1", "f1", bytes(1, 1 << 20));
        laptop.copy.sync();
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
        new Pins(desk.copy.database, () -> {}).pin(new RecordId("collection", "outer"));
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
}
