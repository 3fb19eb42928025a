package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteObject;
import tidemark.remote.StoreDouble;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.format.Layout;
import tidemark.sync.format.Snapshot;
import tidemark.sync.state.Progress;

/// A remote that at times does not return what it holds.
final class UnfaithfulRemoteTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);
    private Copy laptop;

    @TempDir
    Path folder;

    @BeforeEach
    void aLibraryIsThere() {
        laptop = copies.make(folder, "laptop");
        laptop.set("project", "p1", "title", "River");
        laptop.sync();
    }

    @AfterEach
    void close() {
        copies.close();
    }

    /// A store that forgets at times, as a bucket without consistency does, or one behind a cache.
    private final class Forgetful extends StoreDouble {
        private int left;

        Forgetful(int times) {
            super(store);
            left = times;
        }

        private boolean forgets(ObjectName name) {
            return name.equals(Layout.LIBRARY) && left-- > 0;
        }

        @Override
        public Optional<RemoteObject> get(ObjectName name, long limit) {
            return forgets(name) ? Optional.empty() : super.get(name, limit);
        }

        @Override
        public Optional<ObjectInfo> head(ObjectName name) {
            return forgets(name) ? Optional.empty() : super.head(name);
        }
    }

    @Test
    void aCardThatIsNotGivenIsNotReplaced() {
        var card = store.get(Layout.LIBRARY, 1000).orElseThrow().bytes();
        for (int times = 1; times < 6; times++) {
            try (var phone = copy("phone" + times, new Forgetful(times))) {
                phone.set("project", "n" + times, "title", "On the way");
                while (!isSynced(phone)) {
                    assertThat(phone.ids("project")).containsExactly("n" + times);
                }
                assertThat(store.get(Layout.LIBRARY, 1000).orElseThrow().bytes())
                        .isEqualTo(card);
                laptop.sync();
                Copies.same(laptop, phone);
            }
        }
        assertThat(laptop.ids("project")).hasSize(6);
    }

    private static boolean isSynced(Copy device) {
        try {
            return device.sync() instanceof SyncResult.UpToDate;
        } catch (Unavailable e) {
            assertThat(e).hasMessageContaining("library.json");
            return false;
        }
    }

    private Copy copy(String name, StoreDouble line) {
        return new Copy(folder, name, line, clock, new Random(name.hashCode()));
    }

    /// A store that returns a snapshot with other bytes than it has.
    private final class Damaging extends StoreDouble {
        private int given;
        private final int times;
        private final boolean isAlwaysTheSame;

        Damaging(int times, boolean isAlwaysTheSame) {
            super(store);
            this.times = times;
            this.isAlwaysTheSame = isAlwaysTheSame;
        }

        @Override
        public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
            if (Snapshot.of(name).isEmpty() || given++ >= times) {
                return super.get(name, to, limit);
            }
            return store.get(name, limit).map(object -> {
                var bytes = object.bytes().clone();
                bytes[isAlwaysTheSame ? 7 : given] ^= 1;
                write(bytes, to);
                return object.info();
            });
        }
    }

    private static void write(byte[] bytes, OutputStream to) {
        try {
            to.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A device that is behind: the laptop went on and truncated the history.
    private Copy behind(int times, boolean isAlwaysTheSame) {
        var phone = copy("phone", new Damaging(times, isAlwaysTheSame));
        phone.sync();
        for (int i = 0; i < 3; i++) {
            laptop.set("project", "p1", "title", "River " + i);
            laptop.sync();
        }
        laptop.engine.emptyHistory(Progress.NONE);
        return phone;
    }

    @Test
    void aBaseThatWasDamagedOnItsWayIsAskedForAgain() {
        try (var phone = behind(1, true)) {
            assertThat(phone.sync()).isInstanceOf(SyncResult.UpToDate.class);
            Copies.same(laptop, phone);
        }
    }

    @Test
    void aLineThatDamagesABaseEachTimeIsNoRemoteThatWentBack() {
        try (var phone = behind(2, false)) {
            assertThatThrownBy(phone::sync)
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("neither time as it was written");
            assertThat(phone.sync()).isInstanceOf(SyncResult.UpToDate.class);
            Copies.same(laptop, phone);
        }
    }

    /// Then the person has to decide: nothing is left there that this device could follow.
    @Test
    void aBaseThatLiesThereDamagedCannotBeFollowed() {
        try (var phone = behind(1000, true)) {
            assertThat(phone.sync()).isInstanceOf(SyncResult.RolledBack.class);
            assertThat(phone.text("project", "p1", "title")).isEqualTo("River");
        }
    }

    @Test
    void aNewDeviceWaitsForABaseThatIsDamagedOnItsWay() {
        behind(0, true).close();
        store.delete(Layout.CHECKPOINT);
        try (var tablet = copy("tablet", new Damaging(2, false))) {
            assertThatThrownBy(tablet::sync).isInstanceOf(Unavailable.class);
            tablet.sync();
            Copies.same(laptop, tablet);
        }
    }
}
