package tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.files.FileDevice.bytes;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidemark.remote.RemoteStore;
import tidemark.remote.folder.FolderStore;
import tidemark.remote.memory.MemoryStore;
import tidemark.remote.s3.S3Double;
import tidemark.sync.SteppedClock;

/// Uploads whose process is killed at random moments, to each kind of store that keeps parts.
///
/// Larger by hand: `./mvnw test -Dtest=KilledUploadTest -Dupload=200`.
final class KilledUploadTest {
    private static final int SIZE = Integer.getInteger("upload", 20) << 20;
    private static final int KILLS = 10;
    private static final int PART = 8 << 20;

    @TempDir
    Path folder;

    private final Random random = new Random(Long.getLong("seed", 5));

    /// The end of the process.
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    enum Place {
        MEMORY,
        FOLDER,
        BUCKET
    }

    @ParameterizedTest
    @EnumSource
    void anUploadGoesOnWhereItWas(Place place) {
        switch (place) {
            case MEMORY -> upload(new MemoryStore());
            case FOLDER -> {
                FolderStore.setUp(folder.resolve("remote"), random);
                upload(FolderStore.open(folder.resolve("remote"), InstantSource.system(), random));
            }
            case BUCKET -> {
                try (var bucket = new S3Double();
                        var store = bucket.open()) {
                    upload(store);
                }
            }
        }
    }

    private void upload(RemoteStore store) {
        try (var laptop = new FileDevice(folder, "laptop", store, new SteppedClock())) {
            laptop.copy.sync();
            var hash = laptop.add("p1", "f1", bytes(1, SIZE));
            var sent = 0L;
            for (int kill = 0; kill < KILLS; kill++) {
                sent += sentUntilKilled(laptop, random.nextLong(Math.max(PART, 2L * SIZE / KILLS)));
                assertThat(laptop.state(hash)).isEqualTo(ContentState.WAITING);
            }
            laptop.between = () -> {};
            laptop.store.reset();
            laptop.transfers();
            laptop.move();
            sent += laptop.store.sent();
            assertThat(laptop.transfers.status().problems()).isEmpty();
            assertThat(laptop.state(hash)).isEqualTo(ContentState.HERE);
            assertThat(store.head(hash.objectName()).orElseThrow().size()).isEqualTo(SIZE);
            assertThat(sent).isLessThanOrEqualTo(SIZE + 2L * KILLS * PART);
        }
    }

    /// Lets a process send until it is killed after this many bytes at the latest, short of the end.
    private static long sentUntilKilled(FileDevice laptop, long most) {
        laptop.store.reset();
        laptop.transfers();
        laptop.between = () -> {
            if (laptop.store.sent() >= most) {
                throw new Killed();
            }
        };
        try {
            laptop.transfers.turn();
        } catch (Killed e) {
            return laptop.store.sent();
        }
        return laptop.store.sent();
    }
}
