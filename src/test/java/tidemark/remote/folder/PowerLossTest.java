package tidemark.remote.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;

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
}
