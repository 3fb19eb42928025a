package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.folder.FolderStore;
import tidemark.sync.apply.UnknownFieldsAdoption;

/// A device with the program of 0.1.0 and one of today in the same folder remote; today's has made an imported project
/// with a note, and both are in sync.
abstract class WithReleased {
    final SteppedClock clock = new SteppedClock();
    ReleasedDevice old;
    Copy desk;

    @TempDir
    Path folder;

    @BeforeEach
    void twoDevices() {
        FolderStore.setUp(remote(), new Random(1));
        old = released("old");
        desk = today("desk");
        desk.set("project", "p1", "title", "River", "summary", "line\n".repeat(60), "path", "Plans/River.md");
        desk.database.change(sql -> sql.update("UPDATE project SET created = 1000, modified = 2000"));
        desk.set("note", "n1", "project", "p1", "title", "Gauge", "path", "Plans/Gauge.md");
        desk.sync();
        sync(old);
    }

    @AfterEach
    void close() {
        old.close();
        desk.close();
    }

    Path remote() {
        return folder.resolve("remote");
    }

    ReleasedDevice released(String name) {
        return new ReleasedDevice(folder, name, remote(), clock);
    }

    Copy today(String name) {
        var random = new Random(name.hashCode());
        return new Copy(folder, name, FolderStore.open(remote(), clock, random), clock, random);
    }

    void sync(ReleasedDevice device) {
        clock.advance(Duration.ofMinutes(11));
        assertThat(device.sync()).startsWith("UpToDate");
    }

    void sync(Copy device) {
        clock.advance(Duration.ofMinutes(11));
        assertThat(device.sync()).isInstanceOf(SyncResult.UpToDate.class);
    }

    /// Syncs both until neither has anything to send, and checks that they hold the same.
    void bothHoldTheSame(ReleasedDevice device) {
        for (int i = 0; i < 2; i++) {
            sync(device);
            sync(desk);
        }
        assertThat(device.list("SELECT tbl || '/' || id FROM pending")).isEmpty();
        assertThat(desk.pending()).isZero();
        assertThat(desk.recomputedHash()).isEqualTo(desk.position().state());
        for (var query : List.of(
                "SELECT id || coalesce(title, '-') || coalesce(summary, '-') || coalesce(trashed_at, '-')"
                        + " FROM project ORDER BY id",
                "SELECT id || coalesce(title, '-') || coalesce(body, '-') || coalesce(project, '-')"
                        + " FROM note ORDER BY id",
                "SELECT id || field || mine || theirs || coalesce(resolution, '-') FROM conflict ORDER BY id")) {
            assertThat(device.list(query))
                    .isEqualTo(desk.database.read(sql -> sql.list(query, row -> row.getString(1))));
        }
    }

    void fieldsOfTodayAreThere() {
        assertThat(desk.text("project", "p1", "path")).isEqualTo("Plans/River.md");
        assertThat(desk.text("note", "n1", "path")).isEqualTo("Plans/Gauge.md");
        long times = desk.database.read(sql -> sql.number("SELECT created + modified FROM project WHERE id = 'p1'")
                .orElse(0));
        assertThat(times).isEqualTo(3000);
    }

    /// Starts today's program on the library of the device with 0.1.0, which gets another library.
    Copy updated() {
        old.close();
        old = released("another");
        var updated = today("old");
        UnknownFieldsAdoption.run(updated.database);
        return updated;
    }
}
