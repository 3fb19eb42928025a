package tidemark.remote.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.PartUpload;
import tidemark.remote.Slice;

/// A loss of power after a write was reported: bytes that were not synced are gone, though the name may stand.
final class PowerLossTest {
    private static final ObjectName NAME = new ObjectName("changes/000000000/043.json.gz");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatWasReportedAsStoredHasItsBytes(CreateMethod method) {
        var random = new SplittableRandom(3);
        var sound = LinklessDisk.bearing(method, new SystemDisk());
        try (var store = FragileFolder.make(folder.resolve("remote"), InstantSource.system(), random, sound)) {
            store.create(NAME, Body.of("created".getBytes(UTF_8)), Metadata.NONE);
            store.losePower();
            assertThat(store.get(NAME, 100).orElseThrow().bytes()).asString().isEqualTo("created");
            store.put(NAME, Body.of("replaced".getBytes(UTF_8)), Metadata.NONE);
            store.losePower();
            assertThat(store.get(NAME, 100).orElseThrow().bytes()).asString().isEqualTo("replaced");
        }
    }

    @Test
    void aPartThatTheDiskMayHaveLostIsNotCountedAsKept() {
        var size = 2L * PartUpload.PART_SIZE + 5;
        var root = folder.resolve("remote");
        try (var store = FragileFolder.make(root, InstantSource.system(), new SplittableRandom(3))) {
            var first = store.partUpload(NAME, size, Optional.empty()).orElseThrow();
            first.send(Slice.next(first, size).orElseThrow());
            store.forgetSyncs();
            first.send(Slice.next(first, size).orElseThrow());
            store.losePower();

            var second =
                    store.partUpload(NAME, size, Optional.of(first.token())).orElseThrow();
            assertThat(second.kept()).isEqualTo(PartUpload.PART_SIZE);
            Slice.sendRest(second, size);
            second.finish();
            store.losePower();

            var whole = new Slice(0, size).checked();
            assertThat(store.get(NAME, whole, size)).isPresent();
            assertThat(whole.isComplete()).isTrue();
        }
    }
}
