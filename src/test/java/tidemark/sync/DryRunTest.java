package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.Database;
import tidemark.remote.memory.MemoryStore;
import tidemark.schema.LibrarySchema;
import tidemark.sync.DryRun.Place;
import tidemark.sync.format.Version;
import tidemark.sync.state.Detach;
import tidemark.sync.state.Progress;
import tidemark.sync.state.SyncContext;

/// The dry run of a first sync, compared with what that sync then does.
final class DryRunTest {
    @TempDir
    Path folder;

    private final SteppedClock clock = new SteppedClock();
    private final MemoryStore store = new MemoryStore();
    private final MemoryStore elsewhere = new MemoryStore();
    private Copy laptop;
    private Copy desk;

    @BeforeEach
    void open() {
        laptop = new Copy(folder, "laptop", store, clock, new Random(1));
        desk = new Copy(folder, "desk", store, clock, new Random(2));
    }

    @AfterEach
    void close() {
        laptop.close();
        desk.close();
    }

    private DryRun.Report dryRun(Copy copy) {
        return dryRun(copy, store);
    }

    private DryRun.Report dryRun(Copy copy, MemoryStore remote) {
        var context = copy.context();
        return DryRun.run(
                new SyncContext(
                        context.database(),
                        remote,
                        context.device(),
                        context.clock(),
                        context.random(),
                        context.scratch()),
                Database.Settings.of(LibrarySchema.CURRENT, clock));
    }

    @Test
    void toAnEmptyPlaceEverythingIsSentAndNothingIsTouched() {
        laptop.set("project", "p1", "title", "River");
        laptop.set("note", "n1", "project", "p1", "title", "Samples");
        var report = dryRun(laptop);
        assertThat(report.place()).isEqualTo(Place.EMPTY);
        assertThat(report.leaving()).isEqualTo(Map.of("project", 1L, "note", 1L));
        assertThat(report.arriving()).isEmpty();
        assertThat(store.list("", Optional.empty(), 10)).isEmpty();
        assertThat(laptop.position().version()).isEqualTo(Version.NONE);
    }

    @Test
    void whatIsToldIsWhatTheSyncThenDoes() {
        desk.set("project", "p1", "title", "River");
        desk.set("project", "p2", "title", "Hill");
        desk.set("label", "l1", "name", "urgent");
        desk.sync();
        laptop.set("project", "p1", "title", "Brook");
        laptop.set("project", "p3", "title", "Lake");
        laptop.set("label", "l1", "name", "urgent");
        var report = dryRun(laptop);
        assertThat(report.place()).isEqualTo(Place.OTHER);
        assertThat(report.arriving()).isEqualTo(Map.of("project", 1L));
        assertThat(report.leaving()).isEqualTo(Map.of("project", 1L));
        assertThat(report.merged()).isEqualTo(2);
        assertThat(report.conflicts()).isEqualTo(1);
        assertThat(laptop.rows()).hasSize(3);
        laptop.sync();
        assertThat(laptop.ids("project")).containsExactly("p1", "p2", "p3");
        assertThat(laptop.conflicts()).hasSize(1);
    }

    @Test
    void thePlaceWhereTheLibraryIsSyncedAlreadyIsTheSame() {
        laptop.set("project", "p1", "title", "River");
        laptop.sync();
        var report = dryRun(laptop);
        assertThat(report.place()).isEqualTo(Place.SAME);
        assertThat(report.leaving()).isEmpty();
        assertThat(report.merged()).isZero();
    }

    @Test
    void aSyncedLibraryIsToldThatItGoesToAnotherPlaceWhole() {
        laptop.set("project", "p1", "title", "River");
        laptop.sync();
        var report = dryRun(laptop, elsewhere);
        assertThat(report.place()).isEqualTo(Place.EMPTY);
        assertThat(report.leaving()).isEqualTo(Map.of("project", 1L));
        assertThat(laptop.pending()).isZero();
    }

    @Test
    void twoDevicesThatMoveToAnotherPlaceHoldTheSameThere() {
        laptop.set("project", "p1", "title", "River", "summary", "one\ntwo\n");
        laptop.sync();
        desk.sync();
        desk.set("project", "p1", "title", "Brook");
        Detach.run(laptop.database);
        Detach.run(desk.database);
        assertThat(laptop.position().version()).isEqualTo(Version.NONE);
        var one = new SyncEngine(context(laptop));
        var other = new SyncEngine(context(desk));
        one.sync(Progress.NONE);
        other.sync(Progress.NONE);
        one.sync(Progress.NONE);
        assertThat(laptop.rows()).isEqualTo(desk.rows());
        assertThat(laptop.position()).isEqualTo(desk.position());
        assertThat(laptop.recomputedHash()).isEqualTo(laptop.position().state());
        assertThat(laptop.conflicts()).hasSize(1);
        assertThat(laptop.text("project", "p1", "summary")).isEqualTo("one\ntwo\n");
    }

    private SyncContext context(Copy copy) {
        var context = copy.context();
        return new SyncContext(
                context.database(), elsewhere, context.device(), context.clock(), context.random(), context.scratch());
    }
}
