package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.sync.Copies.same;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.Layout;
import tidemark.sync.format.Version;
import tidemark.sync.state.Progress;

/// A batch that was altered on the remote after it was committed: found, named rightly, and put back by whoever kept
/// it.
final class AlteredBatchTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);
    private Copy laptop;
    private Copy desk;
    /// Joined by a checkpoint, and has kept no batch before version 4.
    private Copy phone;

    private List<byte[]> right = List.of();

    @TempDir
    Path folder;

    /// The laptop wrote versions 1 and 4, the desk 2 and 3.
    @BeforeEach
    void fourBatches() {
        laptop = copies.make(folder, "laptop");
        desk = copies.make(folder, "desk");
        edit(laptop, "One");
        desk.sync();
        edit(desk, "Two");
        edit(desk, "Three");
        laptop.sync();
        edit(laptop, "Four");
        clock.advance(Duration.ofHours(2));
        laptop.sync();
        desk.sync();
        phone = copies.make(folder, "phone");
        phone.sync();
        right = List.of(new byte[0], bytes(1), bytes(2), bytes(3), bytes(4));
    }

    @AfterEach
    void close() {
        copies.close();
    }

    private static void edit(Copy device, String title) {
        device.set("project", title, "title", title);
        device.sync();
    }

    private byte[] bytes(long version) {
        return store.get(new Version(version).objectName(), 1 << 20)
                .orElseThrow()
                .bytes();
    }

    private void put(long version, byte[] bytes) {
        store.put(new Version(version).objectName(), Body.of(bytes), Metadata.NONE);
    }

    private void replace(long version, String text, String other) {
        var name = new Version(version).objectName();
        var json = new String(BatchFormat.unzipped(name, bytes(version)), StandardCharsets.UTF_8);
        assertThat(json).contains(text);
        put(version, BatchFormat.zipped(json.replace(text, other).getBytes(StandardCharsets.UTF_8)));
    }

    /// A change of what lies under number 2.
    enum Alteration {
        VALUE,
        DEVICE_NAME,
        SWAPPED,
        TRUNCATED;

        void strike(AlteredBatchTest test) {
            switch (this) {
                case VALUE -> test.replace(2, "\"Two\"]", "\"Tow\"]");
                case DEVICE_NAME -> test.replace(2, "\"deviceName\":\"desk\"", "\"deviceName\":\"disk\"");
                case SWAPPED -> {
                    test.put(2, test.right.get(3));
                    test.put(3, test.right.get(2));
                }
                case TRUNCATED -> test.put(2, Arrays.copyOf(test.right.get(2), 90));
            }
        }
    }

    private static List<String> findings(Copy device) {
        return RemoteCheck.run(device.context(), Progress.NONE).stream()
                .flatMap(part -> part.findings().stream())
                .toList();
    }

    private static List<String> mended(Copy device) {
        return RemoteCheck.mend(device.context(), Progress.NONE).stream()
                .flatMap(part -> part.findings().stream())
                .toList();
    }

    private void allIsAsItWas() {
        for (int version = 1; version <= 4; version++) {
            assertThat(bytes(version)).isEqualTo(right.get(version));
        }
        store.delete(Layout.CHECKPOINT);
        try (var tablet = new Copy(folder, "tablet", store, clock, new Random(8))) {
            tablet.sync();
            same(laptop, tablet);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDeviceThatWroteItPutsItBack(Alteration alteration) {
        alteration.strike(this);
        assertThat(findings(desk)).hasSize(1).first().asString().contains("2");
        assertThat(mended(desk)).isEmpty();
        allIsAsItWas();
    }

    @ParameterizedTest
    @EnumSource
    void anotherDevicePutsItBack(Alteration alteration) {
        alteration.strike(this);
        assertThat(mended(laptop)).isEmpty();
        allIsAsItWas();
    }

    @ParameterizedTest
    @EnumSource
    void aDeviceThatHasNotKeptItSaysWhichItIsAndWhoMayHaveIt(Alteration alteration) {
        alteration.strike(this);
        assertThat(mended(phone))
                .singleElement()
                .asString()
                .containsAnyOf("Version 2 was altered", "changes/000000000/002.json.gz")
                .contains("This device has not kept it", "`tidemark verify --remote --fix` on")
                .contains("desk, which was at version 4")
                .contains("`tidemark history empty`");
    }

    @ParameterizedTest
    @EnumSource(names = {"VALUE", "DEVICE_NAME"})
    void itsRealWriterAndNumberAreNamed(Alteration alteration) {
        alteration.strike(this);
        assertThat(findings(laptop))
                .containsExactly(
                        "Version 2, which desk committed, was altered or replaced on the remote; --fix puts it back.");
    }

    @Test
    void twoThatFollowEachOtherArePutBack() {
        replace(2, "\"Two\"]", "\"Tow\"]");
        replace(3, "\"deviceName\":\"desk\"", "\"deviceName\":\"disk\"");
        assertThat(mended(laptop)).isEmpty();
        allIsAsItWas();
    }

    @Test
    void theNewestIsPutBack() {
        replace(4, "\"deviceName\":\"laptop\"", "\"deviceName\":\"lap\"");
        assertThat(findings(desk))
                .containsExactly(
                        "Version 4, which laptop committed, was altered or replaced on the remote; --fix puts it"
                                + " back.");
        assertThat(mended(desk)).isEmpty();
        allIsAsItWas();
    }

    @Test
    void theOneAfterAnAlteredOneThatNobodyKeptIsNotBlamed() {
        replace(2, "\"Two\"]", "\"Tow\"]");
        for (var device : List.of(laptop, desk)) {
            device.database.change(sql -> sql.update("DELETE FROM log WHERE version = 2"));
            assertThat(mended(device)).singleElement().asString().startsWith("Version 2 was altered");
        }
        assertThat(bytes(3)).isEqualTo(right.get(3));
    }

    /// By the remedy that is named.
    @Test
    void whatNobodyKeptIsTakenOutOfTheLog() {
        replace(2, "\"Two\"]", "\"Tow\"]");
        laptop.engine.emptyHistory(Progress.NONE);
        desk.sync();
        assertThat(findings(laptop)).isEmpty();
        store.delete(Layout.CHECKPOINT);
        try (var tablet = new Copy(folder, "tablet", store, clock, new Random(8))) {
            tablet.sync();
            same(laptop, tablet);
            assertThat(tablet.text("project", "Two", "title")).isEqualTo("Two");
        }
    }

    /// Another device's commit under a number that this copy knows otherwise is no alteration, and stays.
    @Test
    void aRemoteThatWentBackIsNotOverwritten() {
        var older = new MemoryStore();
        Disaster.replace(older, Disaster.everything(store));
        older.delete(new Version(4).objectName());
        older.list("devices/", Optional.empty(), 10).forEach(older::delete);
        try (var late = new Copy(folder, "late", older, clock, new Random(9))) {
            late.sync();
            edit(late, "Another four");
        }
        put(4, older.get(new Version(4).objectName(), 1 << 20).orElseThrow().bytes());
        var there = bytes(4);
        assertThat(mended(desk)).isNotEmpty().noneMatch(finding -> finding.contains("altered"));
        assertThat(bytes(4)).isEqualTo(there);
    }
}
