package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import tidemark.schema.LibrarySchema;

/// Backups, each whole and sound or not there.
final class BackupsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private Database database;
    private Backups backups;

    @BeforeEach
    void aLibrary() {
        database = Database.open(
                folder.resolve("database.sqlite"),
                Database.Settings.of(LibrarySchema.CURRENT, InstantSource.fixed(NOON)));
        title("River");
        backups = new Backups(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void title(String title) {
        database.change(sql -> sql.update("INSERT INTO project (id, title) VALUES (?, ?)", title, title));
    }

    private long projects(Path file) {
        return SqliteFile.read(
                file, sql -> sql.number("SELECT count(*) FROM project").orElse(-1));
    }

    @Test
    void aBackupHoldsTheLibraryAsItWas() {
        var backup = backups.makeDaily(NOON);
        title("Kitchen");
        assertThat(projects(backup.file())).isEqualTo(1);
        assertThat(backup.file().getFileName()).hasToString("2026-03-01T120000Z.sqlite");
        assertThat(backups.all()).containsExactly(backup);
    }

    @Test
    void oneADayIsDue() {
        assertThat(backups.isDue(NOON)).isTrue();
        backups.makeBefore("restore", NOON);
        assertThat(backups.isDue(NOON)).isTrue();
        backups.makeDaily(NOON);
        assertThat(backups.isDue(NOON.plus(Duration.ofHours(11)))).isFalse();
        assertThat(backups.isDue(NOON.plus(Duration.ofHours(13)))).isTrue();
        assertThat(backups.isDue(NOON.minus(Duration.ofDays(365)))).isTrue();
    }

    @Test
    void twoOfOneSecondAreBothThere() {
        backups.makeBefore("restore", NOON);
        backups.makeBefore("restore", NOON);
        assertThat(backups.all()).hasSize(2);
    }

    @Test
    void nothingHalfIsLeftWhereNoneCanBeMade() throws IOException {
        Files.writeString(folder.resolve("backups"), "a file where the folder should be");
        assertThatThrownBy(() -> backups.makeDaily(NOON))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("No backup could be written");
        title("Kitchen");
        assertThat(folder.resolve("backups")).hasContent("a file where the folder should be");
    }

    private Path unfinished(String name, Duration age) throws IOException {
        var file = Files.writeString(
                Files.createDirectories(folder.resolve("backups")).resolve(name), "half");
        return Files.setLastModifiedTime(file, FileTime.from(NOON.minus(age)));
    }

    @Test
    void whatAKilledBackupLeftIsClearedUpAndWhatIsBeingWrittenStays() throws IOException {
        var killed = unfinished("2026-02-28T120000Z.sqlite.part", Duration.ofHours(2));
        var fromTheFuture = unfinished("2027-02-28T120000Z-before-restore.2.sqlite.part", Duration.ofDays(-365));
        var beingWritten = unfinished("2026-03-01T115900Z.sqlite.part", Duration.ofMinutes(1));
        var somebodyElses = unfinished("holiday.part", Duration.ofDays(100));
        backups.removeUnfinished(NOON);
        assertThat(killed).doesNotExist();
        assertThat(fromTheFuture).doesNotExist();
        assertThat(beingWritten).exists();
        assertThat(somebodyElses).exists();
    }

    @Test
    void whereThereIsNoFolderNothingIsClearedUp() {
        backups.removeUnfinished(NOON);
        assertThat(folder.resolve("backups")).doesNotExist();
    }

    @Test
    void aBackupThatTheDiskSpoiltIsNotSound() throws IOException {
        var sound = backups.makeDaily(NOON);
        var spoilt = backups.makeBefore("restore", NOON);
        assertThat(sound.isSound()).isTrue();
        DamagedFile.overwrite(spoilt.file(), "label");
        assertThat(spoilt.isSound()).isFalse();
        Files.writeString(spoilt.file(), "no database");
        assertThat(spoilt.isSound()).isFalse();
    }

    @Test
    void whatIsNoSoundDatabaseIsNotKept() throws IOException {
        var torn = Files.write(folder.resolve("torn.sqlite"), new byte[5000]);
        assertThatThrownBy(() -> backups.adopt(torn, "remote", NOON)).isInstanceOf(DatabaseException.Damaged.class);
        assertThat(folder.resolve("backups")).isEmptyDirectory();
    }

    @Test
    void aFullDiskAndOneThatMayNotBeWrittenAreNamed() {
        var full = new SQLiteException("full", SQLiteErrorCode.SQLITE_FULL);
        assertThat(BackupException.of(folder, folder, full).problem().cause()).contains("disk is full");
        assertThat(BackupException.of(folder, new AccessDeniedException("x"))
                        .problem()
                        .cause())
                .contains("may not be written");
        var readOnly = new SQLiteException("readonly", SQLiteErrorCode.SQLITE_CANTOPEN);
        assertThat(BackupException.of(folder, folder, readOnly).problem().effect())
                .contains("the library and the backups made before are untouched");
    }
}
