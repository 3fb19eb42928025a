package tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.files.FileDevice.bytes;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.Request.Kind;

/// The contents on the remote beside the files that name them: found missing, damaged or unnamed, and mended by a
/// device
/// that has them.
final class ContentCheckTest extends WithTwoDevices {
    private static final int SMALL = 100;
    private static final int LARGE = 9 << 20; // sent in two parts

    private ContentHash lost;
    private ContentHash damaged;
    private ContentHash sound;

    @BeforeEach
    void threeFilesOnBothDevices() {
        lost = laptop.add("p1", "f1", bytes(1, SMALL));
        damaged = laptop.add("p1", "f2", bytes(2, LARGE));
        sound = laptop.add("p1", "f3", bytes(3, SMALL));
        send();
        desk.copy.sync();
        desk.move();
    }

    private void spoil() {
        store.delete(lost.objectName());
        store.put(damaged.objectName(), Body.of(bytes(4, LARGE)), Metadata.NONE);
    }

    private ContentCheck.Result check(FileDevice device) {
        return ContentCheck.run(device.context(), (_, _) -> {});
    }

    private ContentCheck.Result mend(FileDevice device) {
        return ContentCheck.mend(device.context(), (_, _) -> {});
    }

    @Test
    void whatIsSoundIsReadOnceAndNothingIsSaid() {
        laptop.store.reset();
        assertThat(check(laptop)).isEqualTo(new ContentCheck.Result(List.of(), List.of()));
        assertThat(laptop.store.count(Kind.GET)).isEqualTo(3);
        assertThat(laptop.store.requests()).hasSize(5); // and two to list: a page, and that there is no other
    }

    @Test
    void whatIsMissingOrDamagedIsNamedAndNothingIsChanged() {
        spoil();
        assertThat(check(laptop).findings())
                .containsExactly(
                        "The content of “f1.bin” is missing on the remote; this device has it."
                                + " `tidemark verify --remote --fix` sends it again.",
                        "The content of “f2.bin” is damaged on the remote; this device has it."
                                + " `tidemark verify --remote --fix` sends it again.");
        assertThat(store.head(lost.objectName())).isEmpty();
        assertThat(laptop.state(lost)).isEqualTo(ContentState.HERE);
    }

    @Test
    void aDeviceThatHasThemSendsThemAgain() {
        spoil();
        var mended = mend(laptop);
        assertThat(mended.findings()).isEmpty();
        assertThat(mended.notes()).containsExactly("2 sent again from this device");
        assertThat(check(desk)).isEqualTo(new ContentCheck.Result(List.of(), List.of()));
    }

    @Test
    void aDeviceThatHasThemNotSaysWhoMendsThemAndShowsThemAsMissing() {
        spoil();
        for (var hash : List.of(lost, damaged)) {
            desk.contents.remove(hash);
        }
        var left = mend(desk);
        assertThat(left.findings()).hasSize(2).allMatch(found -> found.contains("this device does not have it"));
        assertThat(desk.state(lost)).isEqualTo(ContentState.MISSING);
        mend(laptop);
        mend(desk);
        assertThat(desk.state(lost)).isEqualTo(ContentState.REMOTE);
    }

    @Test
    void anEmptyContentThatIsNotThereIsMissing() {
        var empty = laptop.add("p1", "f4", new byte[0]);
        send();
        store.delete(empty.objectName());
        assertThat(check(laptop).findings()).singleElement().asString().contains("“f4.bin” is missing");
        assertThat(mend(laptop).findings()).isEmpty();
        assertThat(store.head(empty.objectName())).isPresent();
    }

    @Test
    void whatIsDamagedHereIsNoRepair() throws IOException {
        spoil();
        Files.write(laptop.contents.path(lost), bytes(5, SMALL + 1));
        assertThat(mend(laptop).findings()).singleElement().asString().contains("“f1.bin” is missing");
        assertThat(store.head(lost.objectName())).isEmpty();
    }

    @Test
    void whatWaitsToBeSentIsNotMissing() {
        laptop.add("p1", "f4", bytes(6, SMALL));
        assertThat(check(laptop).findings()).isEmpty();
    }

    @Test
    void whatNothingNamesAndWhatNobodyWroteIsOnlyNoted() {
        laptop.copy.purge("file", "f3");
        laptop.copy.sync();
        store.put(new ObjectName("files/ab/holiday.jpg"), Body.of(bytes(7, SMALL)), Metadata.NONE);
        assertThat(check(laptop))
                .isEqualTo(new ContentCheck.Result(
                        List.of(),
                        List.of(
                                "1 named by no file of this copy",
                                "1 of other names, which Tidemark did not write: files/ab/holiday.jpg")));
        mend(laptop);
        assertThat(store.head(sound.objectName())).isPresent();
    }

    @Test
    void aContentThatOnlyAConflictNamesIsLookedForToo() {
        laptop.add("p1", "f3", bytes(8, SMALL));
        desk.add("p1", "f3", bytes(9, SMALL));
        send();
        desk.copy.sync();
        desk.move();
        desk.copy.sync();
        laptop.copy.sync();
        assertThat(check(laptop).findings()).isEmpty();
        for (var name : store.list("files/", java.util.Optional.empty(), 100)) {
            store.delete(name);
        }
        assertThat(check(laptop).findings()).hasSize(4);
    }
}
