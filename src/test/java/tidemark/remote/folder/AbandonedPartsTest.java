package tidemark.remote.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.Body;
import tidemark.remote.ObjectName;
import tidemark.remote.PartUpload;

/// Uploads that nobody goes on with.
final class AbandonedPartsTest {
    private static final ObjectName NAME = new ObjectName("files/ab/abcd");
    private static final long SIZE = PartUpload.PART_SIZE + 3L;

    @TempDir
    Path root;

    private int opened;

    @BeforeEach
    void setUp() {
        FolderStore.setUp(root, new SplittableRandom(1));
    }

    private FolderStore openAfter(Duration age) {
        var later = InstantSource.offset(InstantSource.system(), age);
        return FolderStore.open(root, later, new SplittableRandom(++opened));
    }

    @Test
    void anUploadMayRestForAWeekAndIsRemovedAfterwards() throws Exception {
        String token;
        try (var store = openAfter(Duration.ZERO)) {
            var upload = store.partUpload(NAME, SIZE, Optional.empty()).orElseThrow();
            upload.send(Body.of(new byte[PartUpload.PART_SIZE]));
            token = upload.token();
        }
        try (var store = openAfter(Duration.ofDays(7).minusMinutes(1))) {
            assertThat(store.partUpload(NAME, SIZE, Optional.of(token))
                            .orElseThrow()
                            .token())
                    .isEqualTo(token);
        }
        try (var store = openAfter(Duration.ofDays(7).plusMinutes(1))) {
            assertThat(store.head(NAME)).isEmpty();
            assertThat(Existence.entries(root.resolve(".tidemark/parts"))).isEmpty();
            assertThat(store.partUpload(NAME, SIZE, Optional.of(token))
                            .orElseThrow()
                            .token())
                    .isNotEqualTo(token);
        }
    }

    /// Earlier versions clean the folder of staged files, of all that is a day old.
    @Test
    void anUploadRestsWhereNoEarlierVersionCleans() throws Exception {
        try (var store = openAfter(Duration.ZERO)) {
            var _ = store.partUpload(NAME, SIZE, Optional.empty());
        }
        assertThat(Existence.entries(root.resolve(".tidemark/new"))).isEmpty();
        assertThat(Existence.entries(root.resolve(".tidemark/parts"))).hasSize(1);
    }
}
