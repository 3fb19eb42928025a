package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteException.Denied;
import tidemark.sync.format.CommitMode;
import tidemark.sync.format.Layout;
import tidemark.sync.format.LibraryManifest;

/// The commit mode in `library.json`, which a store must support.
final class CommitModeTest {
    private final MovingStore store = new MovingStore();

    @TempDir
    Path folder;

    private void manifest(CommitMode mode) {
        store.put(Layout.LIBRARY, Body.of(LibraryManifest.of("a1b2", mode).bytes()), Metadata.NONE);
    }

    @Test
    void aLibraryThatReliesOnItsStorageIsRefusedWhereItCannot() {
        manifest(CommitMode.CREATE);
        try (var copy = new Copy(folder, "laptop", store, new SteppedClock(), new Random(1))) {
            copy.set("project", "p1", "title", "River");
            assertThatThrownBy(copy::sync)
                    .isInstanceOf(Denied.class)
                    .hasMessageContaining("which of two devices came first")
                    .hasMessageContaining("empty place");
            assertThat(copy.pending()).isEqualTo(1);
        }
    }

    @Test
    void aModeOfTheFutureNeedsAnUpdate() {
        var json = "{\"library\":\"a1b2\",\"format\":1,\"commits\":\"vote\"}";
        store.put(Layout.LIBRARY, Body.of(json.getBytes(StandardCharsets.UTF_8)), Metadata.NONE);
        try (var copy = new Copy(folder, "laptop", store, new SteppedClock(), new Random(1))) {
            assertThat(copy.sync()).isInstanceOf(SyncResult.UpdateNeeded.class);
        }
    }
}
