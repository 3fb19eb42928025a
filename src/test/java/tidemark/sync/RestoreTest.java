package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.Backups;
import tidemark.db.DatabaseException;
import tidemark.db.SqliteFile;
import tidemark.library.Restore;
import tidemark.library.records.LibraryException;
import tidemark.library.records.ProjectId;
import tidemark.sync.checkpoint.CheckpointWriter;
import tidemark.sync.format.Device;

/// A backup restored on one device: the others get what it held, and nobody's later edit is lost.
final class RestoreTest {
    @TempDir
    Path folder;

    private Pair pair;
    private Path backup;

    /// A backup was made when both held the river; then much was changed.
    @BeforeEach
    void aBackupAndLaterEdits() {
        pair = new Pair(folder);
        pair.laptop.set("project", "p1", "title", "River", "summary", "One\nTwo\nThree\n");
        pair.laptop.set("note", "n1", "project", "p1", "title", "Samples");
        pair.sync();
        backup = new Backups(pair.laptop.database)
                .makeDaily(pair.clock.instant())
                .file();
        pair.laptop.set("project", "p1", "title", "Spoilt");
        pair.laptop.purge("note", "n1");
        pair.desk.set("project", "p2", "title", "Kitchen");
        pair.desk.library().labels().add(new ProjectId("p1"), "urgent");
        pair.sync();
    }

    @AfterEach
    void close() {
        pair.close();
    }

    private Restore.Report restore(Path file) {
        return new Restore(pair.laptop.database, pair.clock).from(file, () -> {});
    }

    @Test
    void bothDevicesHoldWhatTheBackupHeld() {
        assertThat(restore(backup)).isEqualTo(new Restore.Report(1, 1, 1));
        pair.sync();
        assertThat(pair.desk.text("project", "p1", "title")).isEqualTo("River");
        assertThat(pair.desk.text("note", "n1", "title")).isEqualTo("Samples");
        assertThat(pair.desk.ids("project_label")).isEmpty();
    }

    @Test
    void whatCameAfterTheBackupIsInTheTrash() {
        restore(backup);
        pair.sync();
        assertThat(Pair.isTrashed(pair.desk, "project", "p2")).isTrue();
        assertThat(pair.desk.text("project", "p2", "title")).isEqualTo("Kitchen");
    }

    @Test
    void theLogGoesOnAndTheDeviceStaysTheSame() {
        var before = pair.laptop.position();
        restore(backup);
        assertThat(pair.laptop.position()).isEqualTo(before);
        pair.laptop.sync();
        assertThat(pair.laptop.position().version()).isEqualTo(before.version().next());
    }

    @Test
    void whatAnotherDeviceEditsMeanwhileIsMergedOrAConflict() {
        pair.desk.set("project", "p1", "summary", "One\nTwo\nThree\nFour\n");
        pair.desk.set("project", "p1", "title", "Lower river");
        pair.desk.sync();
        restore(backup);
        pair.sync();
        assertThat(pair.laptop.text("project", "p1", "summary")).isEqualTo("One\nTwo\nThree\nFour\n");
        assertThat(pair.laptop.text("project", "p1", "title")).isEqualTo("River");
        assertThat(Pair.onlyConflict(pair.laptop).subject().field()).isEqualTo("title");
    }

    @Test
    void aRestoreIsTakenBackByRestoringWhatWasThereBefore() {
        var before = new Backups(pair.laptop.database).makeBefore("restore", pair.clock.instant());
        var rows = pair.laptop.rows();
        restore(backup);
        pair.sync();
        restore(before.file());
        pair.sync();
        assertThat(pair.desk.rows().keySet()).containsAll(rows.keySet());
        assertThat(pair.desk.text("project", "p1", "title")).isEqualTo("Spoilt");
        assertThat(Pair.isTrashed(pair.desk, "project", "p2")).isFalse();
    }

    @Test
    void theCheckpointOfARemoteIsABackup() {
        var checkpoint = folder.resolve("checkpoint.sqlite");
        pair.pass(Duration.ofMinutes(1));
        new CheckpointWriter(pair.desk.database, new Device("desk", "desk")).write(checkpoint, pair.clock.instant());
        pair.laptop.set("project", "p1", "title", "Spoilt again");
        restore(checkpoint);
        assertThat(pair.laptop.text("project", "p1", "title")).isEqualTo("Spoilt");
        assertThat(pair.laptop.pending()).isPositive();
    }

    @Test
    void aBackupOfAnOlderProgramLacksSomeColumns() {
        SqliteFile.edit(backup, sql -> {
            sql.run("DROP TRIGGER IF EXISTS note_edited");
            for (var trigger :
                    sql.list("SELECT name FROM sqlite_schema WHERE type = 'trigger'", row -> row.getString(1))) {
                sql.run("DROP TRIGGER \"" + trigger + "\"");
            }
            sql.run("ALTER TABLE project DROP COLUMN summary");
            return true;
        });
        pair.laptop.set("project", "p1", "summary", "Kept");
        restore(backup);
        assertThat(pair.laptop.text("project", "p1", "title")).isEqualTo("River");
        assertThat(pair.laptop.text("project", "p1", "summary")).isEqualTo("Kept");
    }

    /// No other backup would help then.
    @Test
    void aDamagedLibraryIsNotTakenForADamagedBackup() throws IOException {
        var spoilt = Files.writeString(folder.resolve("spoilt.sqlite"), "no database at all, and long enough for one");
        assertThatThrownBy(() -> new Restore(pair.laptop.database, pair.clock)
                        .from(backup, () -> SqliteFile.read(spoilt, sql -> sql.text("PRAGMA quick_check"))))
                .isInstanceOf(DatabaseException.Damaged.class)
                .hasMessageContaining("spoilt.sqlite");
    }

    @Test
    void whatIsNoBackupChangesNothing() throws IOException {
        var rows = pair.laptop.rows();
        var text = Files.writeString(folder.resolve("notes.txt"), "no database");
        assertThatThrownBy(() -> restore(text)).isInstanceOf(LibraryException.class);
        assertThatThrownBy(() -> restore(folder.resolve("missing.sqlite")))
                .isInstanceOf(tidemark.problem.TidemarkException.class);
        assertThat(pair.laptop.rows()).isEqualTo(rows);
    }
}
