package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tidemark.remote.ObjectName;
import tidemark.remote.memory.MemoryStore;

/// Several devices, edits at random, a line that loses, delays and repeats, crashes: in the end all hold the same and
/// nothing is lost. `-Dfleets=1000` runs more of them, `-Dfrom=500` leaves the
/// first out, `-Dfleet=17` runs only that one.
final class FleetTest {
    @TempDir
    Path folder;

    static LongStream seeds() {
        var only = Long.getLong("fleet");
        return only != null
                ? LongStream.of(only)
                : LongStream.range(Long.getLong("from", 0), Long.getLong("fleets", 40));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allDevicesEndWithTheSameLibraryAndNothingIsLost(long seed) {
        endWithTheSame(new Fleet(folder, seed, new MemoryStore()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void soTheyDoWhereNothingIsCreatedAtomicallyAndCommitsAreMadeByClaims(long seed) {
        var store = new MovingStore();
        endWithTheSame(new Fleet(folder, seed, store));
        assertThat(text(store, "library.json")).contains("claims");
    }

    private static String text(MovingStore store, String name) {
        var object = store.get(new ObjectName(name), 1 << 20).orElseThrow();
        return new String(object.bytes(), StandardCharsets.UTF_8);
    }

    private static void endWithTheSame(Fleet ships) {
        try (var fleet = ships) {
            fleet.live(60);
            fleet.settle();
            var first = fleet.devices().getFirst();
            for (var device : fleet.devices()) {
                assertThat(device.pending()).as("pending").isZero();
                assertThat(device.position()).as("position").isEqualTo(first.position());
                assertThat(device.hashAnew())
                        .as("state hash")
                        .isEqualTo(device.position().state());
                assertThat(device.rows()).as("rows").isEqualTo(first.rows());
                assertThat(device.database.<Boolean>read(sql -> sql.exists("PRAGMA foreign_key_check")))
                        .as("orphans")
                        .isFalse();
            }
            assertThat(first.twoOpenConflictsOfOneField()).as("rival conflicts").isEmpty();
            assertThat(first.conflictsAboutNothing())
                    .as("conflicts about what is gone")
                    .isEmpty();
            assertThat(first.collectionsInsideThemselves()).as("cycles").isEmpty();
            assertThat(fleet.lost())
                    .as("values that are in no state, history or conflict row")
                    .isEmpty();
        }
    }
}
