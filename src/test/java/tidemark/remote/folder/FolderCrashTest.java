package tidemark.remote.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.PartUpload;
import tidemark.remote.RemoteException;
import tidemark.remote.RemoteStore;
import tidemark.remote.RemoteStore.Creation;

/// A process killed before, within and after every step of a write: the next one finds all bytes or none.
final class FolderCrashTest {
    private static final ObjectName NAME = new ObjectName("changes/000000000/043.json.gz");
    private static final byte[] OLD = filled('o');
    private static final byte[] MINE = filled('m');
    private static final byte[] THEIRS = filled('t');

    @TempDir
    Path folder;

    private final RandomGenerator random = new SplittableRandom(3);
    private int scenarios;

    @ParameterizedTest
    @EnumSource
    void aCrashWhileCreatingLeavesAllOrNothingAndTheNameUsable(CreateMethod method) throws Exception {
        sweep(method, store -> store.create(NAME, Body.of(MINE), Metadata.NONE), next -> {
            assertThat(bytes(next)).isIn(Optional.empty(), Optional.of(text(MINE)));
            var again = next.create(NAME, Body.of(THEIRS), Metadata.NONE);
            assertThat(bytes(next)).contains(text(again == Creation.CREATED ? THEIRS : MINE));
            assertThat(next.create(NAME, Body.of(OLD), Metadata.NONE)).isEqualTo(Creation.EXISTS);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aCrashWhileCreatingWhatExistsTouchesNothing(CreateMethod method) throws Exception {
        sweep(
                method,
                store -> store.create(NAME, Body.of(OLD), Metadata.NONE),
                store -> store.create(NAME, Body.of(MINE), Metadata.NONE),
                next -> assertThat(bytes(next)).contains(text(OLD)));
    }

    @ParameterizedTest
    @EnumSource
    void aCrashWhileReplacingLeavesTheOldOrTheNew(CreateMethod method) throws Exception {
        sweep(
                method,
                store -> store.put(NAME, Body.of(OLD), Metadata.NONE),
                store -> store.put(NAME, Body.of(MINE), Metadata.NONE),
                next -> {
                    assertThat(bytes(next)).isIn(Optional.of(text(OLD)), Optional.of(text(MINE)));
                    next.put(NAME, Body.of(THEIRS), Metadata.NONE);
                    assertThat(bytes(next)).contains(text(THEIRS));
                });
    }

    @ParameterizedTest
    @EnumSource
    void aCrashWhilePuttingANewObjectDoesNotOutliveTheNextPut(CreateMethod method) throws Exception {
        sweep(method, store -> store.put(NAME, Body.of(MINE), Metadata.NONE), next -> {
            assertThat(bytes(next)).isIn(Optional.empty(), Optional.of(text(MINE)));
            next.put(NAME, Body.of(THEIRS), Metadata.NONE);
            assertThat(next.create(NAME, Body.of(OLD), Metadata.NONE)).isEqualTo(Creation.EXISTS);
            assertThat(bytes(next)).contains(text(THEIRS));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aCrashWhileSendingPartsLeavesAllOrNothingAndTheTokenUsable(CreateMethod method) throws Exception {
        var token = new AtomicReference<Optional<String>>(Optional.empty());
        sweep(
                method,
                store -> token.set(Optional.of(upload(store, Optional.empty()).token())),
                store -> {
                    var upload = upload(store, Objects.requireNonNull(token.get()));
                    upload.send(Body.of(MINE));
                    upload.finish();
                },
                next -> {
                    assertThat(bytes(next)).isIn(Optional.empty(), Optional.of(text(MINE)));
                    var upload = upload(next, Objects.requireNonNull(token.get()));
                    if (upload.kept() == 0) {
                        upload.send(Body.of(MINE));
                    }
                    upload.finish();
                    assertThat(bytes(next)).contains(text(MINE));
                });
    }

    private static PartUpload upload(RemoteStore store, Optional<String> token) {
        return store.partUpload(NAME, MINE.length, token).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aCrashDuringSetUpLeavesAFolderThatCanBeSetUp(CreateMethod method) throws Exception {
        for (var moment : Crash.Moment.values()) {
            var crash = new Crash(-1, moment);
            for (var n = 0; n == 0 || crash.happened(); n++) {
                var root = Files.createDirectory(folder.resolve("setup-" + scenarios++));
                crash = new Crash(n, moment);
                attemptSetUp(root, new SteppedDisk(LinklessDisk.bearing(method, new SystemDisk()), crash));
                FolderStore.setUp(root, random, LinklessDisk.bearing(method, new SystemDisk()));
                assertThat(new StoreMarker(root).createMethod()).isEqualTo(method);
                try (var store = open(root, LinklessDisk.bearing(method, new SystemDisk()))) {
                    assertThat(store.create(NAME, Body.of(MINE), Metadata.NONE)).isEqualTo(Creation.CREATED);
                    assertThat(store.list("", Optional.empty(), 9)).containsExactly(NAME);
                }
            }
        }
        assertThat(scenarios).isGreaterThan(30);
    }

    private void sweep(CreateMethod method, Act act, Check check) throws Exception {
        sweep(method, _ -> {}, act, check);
    }

    private void sweep(CreateMethod method, Act before, Act act, Check check) throws Exception {
        for (var moment : Crash.Moment.values()) {
            var crash = new Crash(-1, moment);
            for (var n = 0; n == 0 || crash.happened(); n++) {
                crash = new Crash(n, moment);
                run(method, before, act, check, crash);
            }
        }
        assertThat(scenarios).isGreaterThan(5);
    }

    private void run(CreateMethod method, Act before, Act act, Check check, Crash crash) throws Exception {
        var root = folder.resolve("root-" + scenarios++);
        var sound = LinklessDisk.bearing(method, new SystemDisk());
        FolderStore.setUp(root, random, sound);
        try (var store = open(root, sound);
                var dying = open(root, new SteppedDisk(sound, crash))) {
            before.on(store);
            try {
                act.on(dying);
            } catch (RemoteException.Unavailable _) {
                assertThat(crash.happened()).isTrue();
            }
        }
        try (var next = open(root, sound)) {
            check.on(next);
            assertThat(next.list("", Optional.empty(), 9)).isSubsetOf(NAME);
        }
    }

    private void attemptSetUp(Path root, Disk disk) {
        try {
            FolderStore.setUp(root, random, disk);
        } catch (RemoteException.Unavailable _) {
            // as planned
        }
    }

    private RemoteStore open(Path root, Disk disk) {
        return new FolderStore(root, InstantSource.system(), random, disk);
    }

    private static Optional<String> bytes(RemoteStore store) {
        return store.get(NAME, 1 << 20).map(object -> text(object.bytes()));
    }

    private static String text(byte[] bytes) {
        return bytes.length + " times " + (char) bytes[0] + " in " + Arrays.hashCode(bytes);
    }

    private static byte[] filled(char c) {
        var bytes = new byte[10_000];
        Arrays.fill(bytes, (byte) c);
        return bytes;
    }

    private interface Act {
        void on(RemoteStore store);
    }

    private interface Check {
        void on(RemoteStore next);
    }
}
