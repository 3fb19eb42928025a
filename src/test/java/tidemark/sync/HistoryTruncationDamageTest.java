package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.StoreDouble;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.Snapshot;

/// Truncation of the history where the storage or the connection does not give back what was written.
final class HistoryTruncationDamageTest extends WithHistory {
    /// A store that keeps other bytes of a snapshot than it was given.
    private final class Forgetful extends StoreDouble {
        Forgetful() {
            super(store);
        }

        @Override
        public void put(ObjectName name, Body body, Metadata metadata) {
            var isSnapshot = name.value().startsWith(Snapshot.FOLDER);
            inner.put(name, isSnapshot ? Body.of(new byte[8192]) : body, metadata);
        }
    }

    @Test
    void aSnapshotThatIsNotKeptAsItWasWrittenEmptiesNothing() {
        try (var phone = new Copy(folder, "phone", new Forgetful(), clock, new Random(7))) {
            phone.sync();
            var before = store.list("changes/", Optional.empty(), 100);
            assertThatThrownBy(() -> truncate(phone)).isInstanceOf(Unavailable.class);
            assertThat(phone.position()).isEqualTo(laptop.position());
            for (var name : before) {
                assertThat(BatchFormat.unzipped(
                                name, store.get(name, 1 << 20).orElseThrow().bytes()))
                        .isNotEmpty();
            }
            assertThat(store.list("changes/", Optional.empty(), 100)).isEqualTo(before);
        }
        same(laptop, desk, copy("tablet"));
    }

    /// A connection that cuts large objects short, always at the same byte.
    private final class CutShort extends StoreDouble {
        private boolean cuts;

        CutShort() {
            super(store);
        }

        @Override
        public Optional<ObjectInfo> get(ObjectName name, OutputStream to, long limit) {
            if (!cuts || !name.value().startsWith(Snapshot.FOLDER)) {
                return inner.get(name, to, limit);
            }
            var whole = inner.get(name, limit).orElseThrow();
            try {
                to.write(whole.bytes(), 0, 4096);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Optional.of(whole.info());
        }
    }

    @Test
    void aBaseThatIsCutShortOnItsWayIsNoSignThatTheRemoteWentBack() {
        var connection = new CutShort();
        try (var phone = new Copy(folder, "phone", connection, clock, new Random(7))) {
            phone.sync();
            edit(laptop, "Plain");
            truncate(laptop);
            connection.cuts = true;
            assertThatThrownBy(phone::sync)
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("neither time as it was");
            connection.cuts = false;
            same(laptop, desk, phone);
        }
    }
}
