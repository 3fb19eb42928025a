package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteException.Denied;
import tidemark.remote.s3.S3Double;
import tidemark.remote.s3.S3Double.Habit;
import tidemark.sync.format.CommitMode;
import tidemark.sync.format.LibraryManifest;
import tidemark.sync.format.Version;

/// A bucket that begins to keep old versions under a library whose batches it creates, and from then on
/// replaces what is there; and storage that cannot create at all.
final class VersioningTest {
    private final SteppedClock clock = new SteppedClock();
    private final S3Double server = new S3Double();
    private final List<Copy> copies = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        copies.forEach(Copy::close);
        server.close();
    }

    private Copy copy(String name) {
        return copy(name, server);
    }

    private Copy copy(String name, S3Double on) {
        var copy = new Copy(folder, name, on.open(), clock, new Random(name.hashCode()));
        copies.add(copy);
        return copy;
    }

    private Optional<LibraryManifest> manifest() throws Exception {
        try (var store = server.open()) {
            return LibraryManifest.read(store);
        }
    }

    private static Optional<String> told(Copy copy) {
        return copy.sync() instanceof SyncResult.UpToDate(var _, var _, var notice)
                ? notice.map(Object::toString)
                : Optional.of("no success");
    }

    private static void both(Copy laptop, Copy desk) {
        Copies.same(laptop, desk);
        for (var copy : List.of(laptop, desk)) {
            assertThat(copy.text("project", "a", "title")).isEqualTo("From the laptop");
            assertThat(copy.text("project", "b", "title")).isEqualTo("From the desk");
            assertThat(copy.pending()).isZero();
        }
    }

    /// The desk is behind, and would replace a batch that was committed before versions were kept.
    @Test
    void aBatchThatWouldReplaceAnothersGivesWayToItAndBothAreKept() throws Exception {
        var laptop = copy("laptop");
        var desk = copy("desk");
        laptop.set("project", "p", "title", "River");
        laptop.sync();
        desk.sync();
        assertThat(manifest().orElseThrow().commits()).isEqualTo(CommitMode.CREATE);
        laptop.set("project", "a", "title", "From the laptop");
        laptop.sync();
        server.takeOn(Habit.KEEPS_VERSIONS);
        desk.set("project", "b", "title", "From the desk");

        assertThat(told(desk)).hasValueSatisfying(word -> assertThat(word).contains("keep old versions", "settle"));
        assertThat(manifest().orElseThrow().commits()).isEqualTo(CommitMode.CLAIMS);
        assertThat(told(desk)).as("told once").isEmpty();
        laptop.restart();
        assertThat(told(laptop)).hasValueSatisfying(word -> assertThat(word).contains("keep old versions"));
        assertThat(told(laptop)).as("told once").isEmpty();
        assertThat(told(desk)).isEmpty();
        both(laptop, desk);
    }

    @Test
    void twoDevicesThatCommitAtOnceLoseNeitherEdit() throws Exception {
        var laptop = copy("laptop");
        var desk = copy("desk");
        laptop.set("project", "p", "title", "River");
        laptop.sync();
        desk.sync();
        server.takeOn(Habit.KEEPS_VERSIONS);
        laptop.set("project", "a", "title", "From the laptop");
        desk.set("project", "b", "title", "From the desk");

        atOnce(laptop::sync, desk::sync);
        laptop.sync();
        desk.sync();
        laptop.sync();
        both(laptop, desk);
        assertThat(manifest().orElseThrow().commits()).isEqualTo(CommitMode.CLAIMS);
    }

    /// The desk has sent, and does not know it, when it dies; the laptop reads a number that was replaced.
    @Test
    void whoeverReadsAReplacedNumberPutsTheFirstBack() throws Exception {
        var laptop = copy("laptop");
        var desk = copy("desk");
        var tablet = copy("tablet");
        laptop.set("project", "p", "title", "River");
        laptop.sync();
        desk.sync();
        tablet.sync();
        laptop.set("project", "a", "title", "From the laptop");
        laptop.sync();
        server.takeOn(Habit.KEEPS_VERSIONS);
        server.takeOn(Habit.HIDES_VERSIONS);
        desk.set("project", "b", "title", "From the desk");
        assertThatThrownBy(desk::sync).isInstanceOf(Denied.class).hasMessageContaining("s3:ListBucketVersions");
        assertThat(desk.pending()).isEqualTo(1);

        server.lose(Habit.HIDES_VERSIONS);
        tablet.sync();
        assertThat(tablet.text("project", "a", "title")).isEqualTo("From the laptop");
        assertThat(tablet.text("project", "b", "title")).isEmpty();
        desk.sync();
        laptop.sync();
        both(laptop, desk);
    }

    @Test
    void aBatchThatLandsLateOverOnesOwnVersionIsNoRollback() throws Exception {
        var laptop = copy("laptop");
        laptop.set("project", "a", "title", "From the laptop");
        laptop.sync();
        server.takeOn(Habit.KEEPS_VERSIONS);
        try (var late = server.open()) {
            late.create(Version.NONE.next().objectName(), Body.of(new byte[] {1, 2, 3}), Metadata.NONE);
        }
        clock.advance(Duration.ofMinutes(11));
        assertThat(laptop.sync()).isInstanceOf(SyncResult.UpToDate.class);
        var phone = copy("phone");
        phone.sync();
        Copies.same(laptop, phone);
    }

    private static void atOnce(Callable<Object> one, Callable<Object> other) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var end : threads.invokeAll(List.of(one, other))) {
                end.get();
            }
        }
    }

    @Test
    void twoDevicesSyncOnStorageThatAnswersAsSwiftDoes() throws Exception {
        try (var swift = new S3Double(Habit.REFUSES_CONDITIONS, Habit.LABELS_AS_HTML, Habit.LEAVES_CHUNK_ENDS)) {
            var laptop = claiming("laptop", swift);
            var desk = claiming("desk", swift);
            laptop.sync();
            desk.sync();
            atOnce(() -> edits(laptop), () -> edits(desk));
            laptop.sync();
            desk.sync();
            laptop.sync();
            Copies.same(laptop, desk);
            assertThat(laptop.ids("project")).hasSize(40);
        }
    }

    private Copy claiming(String name, S3Double on) {
        var copy = new Copy(folder, name, on.openUntrusted(), clock, new Random(name.hashCode()));
        copies.add(copy);
        return copy;
    }

    private static boolean edits(Copy copy) {
        for (int i = 0; i < 20; i++) {
            copy.set("project", "p" + i + "-" + System.identityHashCode(copy), "title", "Edit " + i);
            copy.sync();
        }
        return true;
    }
}
