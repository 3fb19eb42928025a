package tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.files.FileDevice.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tidemark.remote.Request.Kind;
import tidemark.sync.state.Detach;

/// Contents on their way between two devices, one turn at a time.
final class TransfersTest extends WithTwoDevices {
    private static final int FILES = Integer.getInteger("files", 150);

    @Test
    void aRowWaitsForItsContentAndEverythingElseGoesOn() {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        laptop.copy.set("note", "n1", "project", "p1", "title", "Now");
        laptop.copy.sync();
        desk.copy.sync();
        assertThat(desk.copy.text("project", "p1", "title")).isEqualTo("p1");
        assertThat(desk.copy.text("note", "n1", "title")).isEqualTo("Now");
        assertThat(desk.copy.text("file", "f1", "name")).isEmpty();
        assertThat(laptop.state(hash)).isEqualTo(ContentState.WAITING);
        laptop.move();
        laptop.copy.sync();
        desk.copy.sync();
        assertThat(desk.copy.text("file", "f1", "sha256")).isEqualTo(hash.text());
    }

    @Test
    void aChangeOfManyRecordsGoesWithoutTheOneFileInItThatWaits() {
        laptop.add("p1", "f1", bytes(1, 100));
        laptop.copy.database.change(sql -> {
            sql.update("UPDATE file SET name = 'Renamed' WHERE id = 'f1'");
            for (int i = 0; i < 50; i++) {
                sql.update("INSERT INTO project (id, title) VALUES (?, 'Many')", "many" + i);
            }
        });
        laptop.copy.sync();
        desk.copy.sync();
        assertThat(desk.copy.text("project", "many49", "title")).isEqualTo("Many");
        assertThat(desk.copy.text("file", "f1", "name")).isEmpty();
    }

    @Test
    void aFileThatIsSentAlreadyIsRenamedAtOnceWhileAnotherContentOfItWaits() {
        laptop.add("p1", "f1", bytes(1, 100));
        send();
        laptop.add("p1", "f1", bytes(2, 100));
        laptop.copy.sync();
        desk.copy.sync();
        assertThat(desk.copy.text("file", "f1", "sha256")).isNotEqualTo(laptop.copy.text("file", "f1", "sha256"));
        laptop.move();
        laptop.copy.sync();
        desk.copy.sync();
        assertThat(desk.copy.text("file", "f1", "sha256")).isEqualTo(laptop.copy.text("file", "f1", "sha256"));
    }

    @Test
    void aConflictWaitsForTheContentThatOneOfItsVersionsNames() {
        laptop.add("p1", "f1", bytes(1, 100));
        send();
        desk.copy.sync();
        desk.add("p1", "f1", bytes(2, 100));
        desk.move();
        desk.copy.sync();
        var mine = laptop.add("p1", "f1", bytes(3, 100));
        laptop.copy.sync();
        desk.copy.sync();
        assertThat(store.head(mine.objectName())).isEmpty();
        assertThat(conflictsAbout(laptop, mine)).isOne();
        assertThat(conflictsAbout(desk, mine)).isZero();
        laptop.move();
        laptop.copy.sync();
        desk.copy.sync();
        assertThat(conflictsAbout(desk, mine)).isOne();
    }

    private static long conflictsAbout(FileDevice device, ContentHash hash) {
        return device.copy.database.read(sql -> sql.number("""
                        SELECT count(*) FROM conflict
                        WHERE instr(ifnull(mine, ''), ?1) OR instr(ifnull(theirs, ''), ?1)
                           OR instr(ifnull(all_versions, ''), ?1)""", hash.text()).orElse(0));
    }

    @Test
    void aContentIsFetchedCheckedAndKept() throws IOException {
        var hash = laptop.add("p1", "f1", bytes(1, 100_000));
        send();
        desk.copy.sync();
        assertThat(desk.state(hash)).isEqualTo(ContentState.REMOTE);
        desk.move();
        assertThat(desk.state(hash)).isEqualTo(ContentState.HERE);
        assertThat(Files.readAllBytes(desk.contents.path(hash))).isEqualTo(bytes(1, 100_000));
    }

    @Test
    void anEmptyContentIsSentAndFetchedAsAnyOther() {
        var hash = laptop.add("p1", "f1", new byte[0]);
        send();
        desk.copy.sync();
        desk.move();
        assertThat(desk.state(hash)).isEqualTo(ContentState.HERE);
    }

    @Test
    void otherTitlesAndLabelsOfManyProjectsMoveNoFile() {
        for (int i = 0; i < 40; i++) {
            laptop.add("p" + i, "f" + i, bytes(i, 10));
        }
        send();
        laptop.store.reset();
        laptop.copy.database.change(sql -> sql.update("UPDATE project SET title = title || '!'"));
        send();
        desk.copy.sync();
        assertThat(laptop.store.requests()).isEmpty();
        assertThat(desk.copy.text("project", "p39", "title")).isEqualTo("p39!");
    }

    @Test
    void manySmallFilesCostARequestEachAndASecondDeviceSendsNone() {
        for (int i = 0; i < FILES; i++) {
            laptop.add("p1", "f" + i, bytes(i, 10));
            desk.add("q1", "g" + i, bytes(i, 10));
        }
        laptop.store.reset();
        laptop.move();
        assertThat(laptop.store.count(Kind.PUT)).isEqualTo(FILES);
        assertThat(laptop.store.requests()).hasSizeLessThanOrEqualTo(FILES + 30);
        desk.store.reset();
        desk.move();
        assertThat(desk.store.count(Kind.PUT)).isZero();
        assertThat(desk.transfers.status().toSend().count()).isZero();
    }

    @Test
    void aFetchThatBreaksOffGoesOnWhereItWas() {
        var hash = laptop.add("p1", "f1", bytes(1, 4 << 20));
        send();
        desk.copy.sync();
        var transfers = desk.transfers();
        desk.between = () -> {
            if (desk.store.received() > 1 << 20) {
                transfers.stop();
            }
        };
        transfers.turn();
        var first = desk.store.received();
        assertThat(desk.state(hash)).isEqualTo(ContentState.REMOTE);
        desk.transfers();
        desk.move();
        assertThat(desk.state(hash)).isEqualTo(ContentState.HERE);
        assertThat(first).isPositive();
        assertThat(desk.store.received()).isLessThanOrEqualTo((4 << 20) + 256 * 1024);
    }

    @Test
    void anotherRemoteGetsTheContentsAgain() {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        send();
        Detach.run(laptop.copy.database);
        assertThat(laptop.state(hash)).isEqualTo(ContentState.WAITING);
        store.delete(hash.objectName());
        laptop.move();
        assertThat(store.head(hash.objectName())).isPresent();
    }

    @Test
    void aSmallEditMadeDuringALongUploadIsOnTheOtherDeviceBeforeItsEnd() {
        laptop.add("p1", "f1", bytes(1, 1 << 20));
        laptop.copy.sync();
        laptop.settings = limits(OptionalLong.of(1 << 20), OptionalLong.empty());
        laptop.whileWaiting = () -> {
            laptop.whileWaiting = () -> {};
            laptop.copy.set("project", "p1", "title", "Edited meanwhile");
            laptop.copy.sync();
            desk.copy.sync();
        };
        assertThat(laptop.transfers.turn()).isTrue();
        assertThat(desk.copy.text("project", "p1", "title")).isEqualTo("Edited meanwhile");
        assertThat(desk.copy.text("file", "f1", "name")).isEmpty();
    }

    @Test
    void labelsAndCollectionsOfManyProjectsMoveNoFile() {
        for (int i = 0; i < 20; i++) {
            laptop.add("p" + i, "f" + i, bytes(i, 10));
        }
        send();
        laptop.store.reset();
        laptop.copy.database.change(sql -> {
            sql.update("INSERT INTO collection (id, name) VALUES ('c1', 'C')");
            sql.update("INSERT INTO label (id, name) VALUES ('l1', 'L')");
            sql.update("UPDATE project SET collection = 'c1'");
            sql.update("INSERT INTO project_label (id, project, label) SELECT id || '-l1', id, 'l1' FROM project");
        });
        send();
        assertThat(laptop.store.requests()).isEmpty();
        desk.copy.sync();
        assertThat(desk.copy.text("project", "p19", "collection")).isEqualTo("c1");
    }

    @Test
    void whatWasSentBeforeTheLibraryWasJoinedIsLookedForThere() {
        var hash = laptop.add("p1", "f1", bytes(1, 100));
        laptop.move();
        store.delete(hash.objectName()); // another remote is in its place by then
        send();
        assertThat(store.head(hash.objectName())).isPresent();
    }
}
