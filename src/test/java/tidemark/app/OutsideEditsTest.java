package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.remotes.FolderRemote;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.Saved;
import tidemark.sync.SteppedClock;
import tidemark.sync.state.Progress;

/// Files that are open in other programs, which save as each of them does.
final class OutsideEditsTest {
    @TempDir
    Path folder;

    private final SteppedClock clock = new SteppedClock();
    private final List<Saved<ProjectFile>> taken = new ArrayList<>();
    private App laptop;
    private ProjectFile file;
    private Path copy;

    @BeforeEach
    void open() throws IOException {
        laptop = TestApp.open(folder.resolve("laptop"), clock);
        laptop.files().outsideEdits().onTaken(taken::add);
        var project = laptop.library()
                .projects()
                .create(ProjectDetails.titled("River"))
                .id();
        file = laptop.files().add(project, Files.writeString(folder.resolve("map.odt"), "as it was"));
        copy = laptop.files().open(file);
        seconds(3);
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    private void seconds(int count) {
        for (int i = 0; i < count; i++) {
            clock.advance(Duration.ofSeconds(1));
            laptop.files().outsideEdits().look();
        }
    }

    private static Path beside(Path copy, String name) {
        return copy.resolveSibling(name);
    }

    private String content() throws IOException {
        var now = laptop.library().files().find(file.id()).orElseThrow();
        var written = folder.resolve("written-" + now.details().sha256().substring(0, 8));
        return Files.exists(written)
                ? Files.readString(written)
                : Files.readString(laptop.files().save(now, written));
    }

    @Test
    void aFileThatIsOnlyOpenedStaysAsItIs() throws IOException {
        Files.writeString(beside(copy, ".~lock.map.odt#"), "a lock");
        seconds(5);
        assertThat(taken).isEmpty();
        assertThat(content()).isEqualTo("as it was");
    }

    /// LibreOffice locks, writes another file, and renames it over this one.
    @Test
    void aSaveOfLibreOfficeIsOneVersion() throws IOException {
        Files.writeString(beside(copy, ".~lock.map.odt#"), "a lock");
        var other = Files.writeString(beside(copy, "lu4711abc.tmp"), "saved ");
        seconds(1);
        Files.writeString(other, "once", StandardOpenOption.APPEND);
        seconds(1);
        Files.move(other, copy, StandardCopyOption.REPLACE_EXISTING);
        seconds(5);
        Files.delete(beside(copy, ".~lock.map.odt#"));
        seconds(5);
        assertThat(taken).hasSize(1);
        assertThat(content()).isEqualTo("saved once");
    }

    /// Vim keeps a swap file, renames this one to a backup, writes it anew, and removes the backup.
    @Test
    void aSaveOfVimIsOneVersion() throws IOException {
        Files.writeString(beside(copy, ".map.odt.swp"), "swapped");
        Files.writeString(beside(copy, "4913"), "");
        Files.delete(beside(copy, "4913"));
        Files.move(copy, beside(copy, "map.odt~"));
        seconds(4);
        assertThat(taken).isEmpty();
        Files.writeString(copy, "saved ");
        seconds(1);
        Files.writeString(copy, "once", StandardOpenOption.APPEND);
        Files.delete(beside(copy, "map.odt~"));
        seconds(5);
        assertThat(taken).hasSize(1);
        assertThat(content()).isEqualTo("saved once");
    }

    /// GIMP empties this one and writes it piece by piece.
    @Test
    void aSaveOfGimpIsOneVersion() throws IOException {
        Files.writeString(copy, "");
        for (int i = 0; i < 6; i++) {
            seconds(1);
            Files.writeString(copy, "piece ", StandardOpenOption.APPEND);
        }
        seconds(5);
        assertThat(taken).hasSize(1);
        assertThat(content()).isEqualTo("piece ".repeat(6));
    }

    @Test
    void eachLaterSaveIsAVersionAndOneThatChangesNothingIsNone() throws IOException {
        Files.writeString(copy, "first");
        seconds(5);
        Files.writeString(copy, "the second");
        seconds(5);
        Files.setLastModifiedTime(copy, FileTime.from(clock.instant()));
        seconds(5);
        assertThat(taken).hasSize(2);
        assertThat(content()).isEqualTo("the second");
        assertThat(laptop.files().open(laptop.library().files().find(file.id()).orElseThrow()))
                .isEqualTo(copy)
                .hasContent("the second");
    }

    @Test
    void aSaveWhileTheProgramDidNotRunIsTakenAtTheNextStart() throws IOException {
        laptop.close();
        Files.writeString(copy, "saved meanwhile");
        laptop = TestApp.open(folder.resolve("laptop"), clock);
        seconds(5);
        assertThat(content()).isEqualTo("saved meanwhile");
    }

    @Test
    void aCopyThatWasNotOpenedForAWeekGoesUnlessSomethingWasSavedInIt() throws IOException {
        var old = FileTime.from(clock.instant().minus(Duration.ofDays(8)));
        Files.setLastModifiedTime(beside(copy, ".from"), old);
        laptop.files().outsideEdits().tidy();
        assertThat(copy).exists();
        Files.writeString(copy, "saved, and not taken yet");
        Files.setLastModifiedTime(copy, old);
        laptop.files().outsideEdits().tidy();
        assertThat(copy).exists();
        seconds(5);
        Files.setLastModifiedTime(beside(copy, ".from"), old);
        laptop.files().outsideEdits().tidy();
        assertThat(copy.getParent()).doesNotExist();
        assertThat(content()).isEqualTo("saved, and not taken yet");
    }

    @Test
    void aFileThatWasEditedOnTwoDevicesKeepsBothAndAConflictNamesThem() throws IOException {
        connect(laptop);
        sync(laptop);
        try (var desk = TestApp.open(folder.resolve("desk"), clock)) {
            connect(desk);
            sync(desk);
            var there = desk.files().open(desk.library().files().find(file.id()).orElseThrow());
            Files.writeString(there, "from the desk");
            for (int i = 0; i < 5; i++) {
                clock.advance(Duration.ofSeconds(1));
                desk.files().outsideEdits().look();
            }
            sync(desk);
            var theirs = desk.library().files().find(file.id()).orElseThrow().details();
            sync(laptop);
            Files.writeString(copy, "from the laptop");
            seconds(5);
            assertThat(taken).hasSize(1);
            assertThat(taken.getFirst().conflicts()).hasSize(1);
            sync(laptop);
            sync(desk);
            for (var app : new App[] {laptop, desk}) {
                assertThat(app.library().conflicts().open()).hasSize(1);
                assertThat(app.library().conflicts().open().getFirst().toString())
                        .contains(theirs.sha256());
            }
            assertThat(content()).isEqualTo("from the laptop");
            assertThat(desk.files().save(desk.library().files().find(file.id()).orElseThrow(), folder.resolve("there")))
                    .hasContent("from the laptop");
        }
    }

    private void connect(App app) {
        app.remotes().choose(new FolderRemote(folder.resolve("remote"), "me"));
    }

    private static void sync(App app) {
        app.foregroundSync().sync(Progress.NONE, Duration.ZERO);
    }
}
