package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tidemark.sync.Copies.same;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.StoreDouble;
import tidemark.remote.Transfer;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.FaultPlan;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.Snapshot;
import tidemark.sync.format.Version;
import tidemark.sync.state.Progress;

/// The known wrong turns of the commit protocol, each with a test that fails where the turn is taken. Those of claims
/// are in `ClaimCommitsTest`, and as a whole in `ClaimModelTest`.
final class KnownWrongTurnsTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);
    private Copy a;
    private Copy b;

    @TempDir
    Path folder;

    @BeforeEach
    void twoDevicesAtVersionOne() {
        a = copies.make(folder, "a");
        b = copies.make(folder, "b");
        title(a, "River");
        a.sync();
        b.sync();
    }

    @AfterEach
    void close() {
        copies.close();
    }

    private static void title(Copy device, String title) {
        device.set("project", "p1", "title", title);
    }

    /// Freezes a batch with this title, whose request is not answered.
    private void sendUnanswered(String title, Fault... faults) {
        title(a, title);
        a.network.follow(FaultPlan.script(faults));
        assertThatThrownBy(a::sync).isInstanceOf(Unavailable.class);
        a.network.follow(FaultPlan.none());
    }

    private String json(long version) {
        var name = new Version(version).objectName();
        var bytes = store.get(name, 1 << 20).orElseThrow().bytes();
        return new String(BatchFormat.unzipped(name, bytes), StandardCharsets.UTF_8);
    }

    private void bothEnd(String title) {
        for (int i = 0; i < 2; i++) {
            a.sync();
            b.sync();
        }
        same(a, b);
        assertThat(b.text("project", "p1", "title")).isEqualTo(title);
        assertThat(a.pending() + b.pending()).isZero();
    }

    @Test
    void afterNotFoundTheSameBytesAreSentUnderTheNumber() {
        sendUnanswered("Stream", Fault.HELD_BACK);
        title(a, "Brook");
        a.restart();
        a.sync();
        assertThat(json(2)).contains("Stream").doesNotContain("Brook");
        a.network.deliverAll();
        bothEnd("Brook");
        assertThat(a.conflicts()).isEmpty();
    }

    @Test
    void anOvertakenBatchIsBuiltAnewFromWhatTheLogHoldsNow() {
        sendUnanswered("Stream", Fault.NEVER_SENT, Fault.NONE);
        title(b, "Brook");
        b.sync();
        a.sync();
        assertThat(json(3)).contains("[\"Brook\",\"Stream\"]").doesNotContain("River\",\"Stream");
        bothEnd("Stream");
    }

    @Test
    void aRowThatWasEditedInFlightStaysPending() {
        sendUnanswered("Stream", Fault.ANSWER_LOST, Fault.NEVER_SENT);
        title(a, "Brook");
        a.sync();
        assertThat(json(3)).contains("[\"Stream\",\"Brook\"]");
        bothEnd("Brook");
    }

    @Test
    void aRowThatWasTypedBackInFlightIsSent() {
        sendUnanswered("Stream", Fault.ANSWER_LOST, Fault.NEVER_SENT);
        title(a, "River");
        a.sync();
        bothEnd("River");
    }

    /// Applied like another's it would be merged with what was written since, and a conflict with itself be the result.
    @Test
    void onesOwnBatchIsOnlyMarkedWhenItIsReadBack() {
        sendUnanswered("Stream", Fault.ANSWER_LOST, Fault.NEVER_SENT);
        title(a, "Brook");
        a.restart();
        a.sync();
        bothEnd("Brook");
        assertThat(a.conflicts()).isEmpty();
        long merges =
                a.database.read(sql -> sql.number("SELECT count(*) FROM merged").orElse(-1));
        assertThat(merges).isZero();
    }

    /// A new device, whose first batch was committed without its knowledge, and is part of the checkpoint.
    @Test
    void noCheckpointIsTakenWhileABatchIsOutgoing() {
        var other = new MemoryStore();
        try (var first = new Copy(folder, "first", other, clock, new Random(1));
                var second = new Copy(folder, "second", other, clock, new Random(2))) {
            title(first, "Stream");
            first.network.follow(request -> switch (request.toString()) {
                case "CREATE changes/000000000/001.json.gz" -> Fault.ANSWER_LOST;
                case "GET changes/000000000/001.json.gz" -> Fault.NEVER_SENT;
                default -> Fault.NONE;
            });
            assertThatThrownBy(first::sync).isInstanceOf(Unavailable.class);
            first.network.follow(FaultPlan.none());
            second.sync();
            second.set("project", "p1", "status", "active");
            second.sync();
            title(first, "Brook");
            first.restart();
            first.sync();
            second.sync();
            same(first, second);
            assertThat(second.text("project", "p1", "title")).isEqualTo("Brook");
            assertThat(first.conflicts()).isEmpty();
        }
    }

    @Test
    void historyIsEmptiedUpToTheVersionOfTheBaseAndNoFurther() {
        a.network.follow(request -> {
            if (request.toString().contains("CREATE changes/000000000/002")) {
                a.network.follow(FaultPlan.none());
                title(b, "Brook");
                b.sync();
            }
            return Fault.NONE;
        });
        a.engine.emptyHistory(Progress.NONE);
        assertThat(isTombstone(1)).isTrue();
        assertThat(json(2)).contains("Brook");
        assertThat(json(3)).contains("\"base\"");
        bothEnd("Brook");
    }

    private boolean isTombstone(long version) {
        var bytes = store.get(new Version(version).objectName(), 1 << 20)
                .orElseThrow()
                .bytes();
        return new String(bytes, StandardCharsets.ISO_8859_1).startsWith("tidemark-emptied ");
    }

    /// A store that keeps other bytes of a snapshot than it was given.
    private final class Unkept extends StoreDouble {
        private final UnaryOperator<byte[]> keeping;

        Unkept(UnaryOperator<byte[]> keeping) {
            super(store);
            this.keeping = keeping;
        }

        @Override
        public void put(ObjectName name, Body body, Metadata metadata) {
            var bytes = Transfer.bytes(body);
            super.put(name, Body.of(Snapshot.of(name).isPresent() ? keeping.apply(bytes) : bytes), metadata);
        }
    }

    /// A store that says that it has kept a snapshot, and has not.
    private final class Dropping extends StoreDouble {
        Dropping() {
            super(store);
        }

        @Override
        public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
            return Snapshot.of(name).isPresent() ? Optional.empty() : super.get(name, to, limit);
        }
    }

    private static byte[] flipped(byte[] bytes) {
        bytes[bytes.length / 2] ^= 1;
        return bytes;
    }

    @Test
    void aBaseIsNamedOnlyWhenItSurelyExists() {
        var stores = List.of(
                new Unkept(KnownWrongTurnsTest::flipped),
                new Unkept(bytes -> java.util.Arrays.copyOf(bytes, bytes.length / 2)),
                new Unkept(_ -> new byte[0]),
                new Dropping());
        for (int i = 0; i < stores.size(); i++) {
            try (var device = new Copy(folder, "c" + i, stores.get(i), clock, new Random(i))) {
                device.sync();
                assertThatThrownBy(() -> device.engine.emptyHistory(Progress.NONE))
                        .isInstanceOf(Unavailable.class)
                        .hasMessageContaining("does not give back");
                device.restart();
                device.sync();
            }
            assertThat(isTombstone(1)).isFalse();
            assertThat(store.head(new Version(2).objectName())).isEmpty();
        }
    }

    @Test
    void noStateIsSentThatTheStoreDoesNotKeep() {
        try (var device = new Copy(folder, "c", new Unkept(KnownWrongTurnsTest::flipped), clock, new Random(5))) {
            device.sync();
            store.delete(new Version(1).objectName());
            device.restart();
            assertThat(device.sync()).isInstanceOf(SyncResult.RolledBack.class);
            assertThatThrownBy(() -> device.decide(RollbackDecision.SEND))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("does not give back");
            assertThat(store.list(Version.FOLDER, Optional.empty(), 10)).isEmpty();
        }
    }

    /// A device that never heard that its batch was committed finds it in the base, and does not send it again.
    @Test
    void aBaseHoldsTheLastCommitOfEachDevice() {
        sendUnanswered("Stream", Fault.ANSWER_LOST, Fault.NEVER_SENT);
        title(a, "Brook");
        b.sync();
        b.engine.emptyHistory(Progress.NONE);
        bothEnd("Brook");
        assertThat(a.conflicts()).isEmpty();
    }
}
