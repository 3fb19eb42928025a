package tidemark.remote.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteStore;
import tidemark.remote.RemoteStore.Creation;
import tidemark.remote.Transfer;

/// Several processes that write one name, step by step in every order that some seeds give.
final class FolderInterleavingTest {
    /// The number of orders; `-Dseeds=5000` tries more.
    private static final int SEEDS = Integer.getInteger("seeds", 60);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void ofSeveralThatCreateExactlyOneWins(CreateMethod method) throws Exception {
        for (var seed = 0; seed < SEEDS; seed++) {
            var play = new Play(method, seed);
            for (var i = 0; i < 4; i++) {
                play.creates("creator " + i);
            }
            var outcomes = play.outcomes();
            assertThat(outcomes).as("seed " + seed).containsOnlyOnce("CREATED");
            assertThat(play.result()).contains("creator " + outcomes.indexOf("CREATED"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereSomeDieAtMostOneWinsAndOtherwiseADeadOnesBytesStand(CreateMethod method) throws Exception {
        for (var seed = 0; seed < SEEDS; seed++) {
            var play = new Play(method, seed);
            for (var i = 0; i < 4; i++) {
                play.creates("creator " + i).dieAfter(i < 2 ? play.random.nextInt(10) : Integer.MAX_VALUE);
            }
            var outcomes = play.outcomes();
            var winner = play.result().orElseThrow();
            assertThat(Collections.frequency(outcomes, "CREATED"))
                    .as("seed " + seed)
                    .isLessThanOrEqualTo(1);
            assertThat(outcomes.get(Integer.parseInt(winner.substring(8)))).isIn("CREATED", "DIED");
            assertThat(outcomes.contains("CREATED"))
                    .isEqualTo(
                            outcomes.get(Integer.parseInt(winner.substring(8))).equals("CREATED"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPutIsNeverUndoneByThoseThatCreate(CreateMethod method) throws Exception {
        for (var seed = 0; seed < SEEDS; seed++) {
            var play = new Play(method, seed);
            for (var i = 0; i < 3; i++) {
                play.creates("creator " + i);
            }
            play.puts("put");
            assertThat(Collections.frequency(play.outcomes(), "CREATED")).isLessThanOrEqualTo(1);
            assertThat(play.result()).as("seed " + seed).contains("put");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsToldCreatedHasNotBeenRemovedByAnyoneButADelete(CreateMethod method) throws Exception {
        for (var seed = 0; seed < SEEDS; seed++) {
            var play = new Play(method, seed);
            play.creates("creator 0");
            play.creates("creator 1");
            play.deletes();
            play.creates("creator 2");
            var outcomes = play.outcomes();
            var created = Collections.frequency(outcomes, "CREATED");
            assertThat(created).as("seed " + seed).isBetween(1, 2);
            play.result()
                    .ifPresent(winner -> assertThat(outcomes.get(
                                    "creator 2".equals(winner) ? 3 : Integer.parseInt(winner.substring(8))))
                            .isEqualTo("CREATED"));
        }
    }

    private final class Play {
        private final SplittableRandom random;
        private final Actors actors;
        private final List<Actors.Actor> cast = new ArrayList<>();
        private final ObjectName name;
        private final Disk disk;

        Play(CreateMethod method, int seed) {
            random = new SplittableRandom(seed);
            actors = new Actors(random);
            name = new ObjectName("seed-" + seed);
            disk = LinklessDisk.bearing(method, new HastyDisk());
            FolderStore.setUp(folder, random, disk);
        }

        Actors.Actor creates(String text) {
            return does(store -> store.create(name, body(text), Metadata.NONE).name());
        }

        void puts(String text) {
            does(store -> {
                store.put(name, body(text), Metadata.NONE);
                return "PUT";
            });
        }

        void deletes() {
            does(store -> {
                store.delete(name);
                return "DELETED";
            });
        }

        List<String> outcomes() throws Exception {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                actors.play(threads);
            }
            var outcomes = new ArrayList<String>();
            for (var actor : cast) {
                outcomes.add(actor.outcome());
            }
            return outcomes;
        }

        /// The object in the end, after another process has completed what dead ones left.
        Optional<String> result() {
            try (var store = open(disk, random.split())) {
                var before = read(store);
                if (before.isEmpty() && store.create(name, body("late"), Metadata.NONE) == Creation.CREATED) {
                    return Optional.empty();
                }
                assertThat(store.list(name.value(), Optional.empty(), 1)).containsExactly(name);
                return read(store);
            }
        }

        private Actors.Actor does(Part part) {
            var actor = actors.actor();
            cast.add(actor);
            // Split here: in the actors' threads two could draw the same names, as a generator bears one thread only.
            var own = random.split();
            actor.does(() -> {
                try (var store = open(new SteppedDisk(disk, actor), own)) {
                    return part.play(store);
                } catch (RemoteException.Unavailable _) {
                    return "DIED";
                }
            });
            return actor;
        }

        private Optional<String> read(RemoteStore store) {
            return store.get(name, 100).map(object -> new String(object.bytes(), UTF_8));
        }

        private RemoteStore open(Disk disk, RandomGenerator own) {
            return new FolderStore(folder, InstantSource.system(), own, disk);
        }
    }

    private static Body body(String text) {
        return Body.of(text.getBytes(UTF_8));
    }

    private interface Part {
        String play(RemoteStore store);
    }

    /// A disk that never waits for a sync: orders are tested here, not power failures.
    private static final class HastyDisk extends ForwardingDisk {
        HastyDisk() {
            super(new SystemDisk());
        }

        @Override
        public void write(Path file, Body body) throws IOException {
            Files.write(file, Transfer.bytes(body), StandardOpenOption.CREATE_NEW);
        }

        @Override
        public void force(Path path) {
            // nothing to wait for
        }
    }
}
