package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.checkpoint.CheckpointWriter;
import tidemark.sync.format.Device;
import tidemark.sync.format.Layout;
import tidemark.sync.format.StateHash;
import tidemark.sync.format.Version;
import tidemark.sync.state.Finding;
import tidemark.sync.state.LocalKey;
import tidemark.sync.state.Progress;
import tidemark.sync.state.Replica;

/// The check of a whole remote, which names what is wrong there and mends what a device still holds.
final class RemoteCheckTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);
    private Copy laptop;

    @TempDir
    Path folder;

    @BeforeEach
    void aLibraryInSync() {
        laptop = copy("laptop");
        for (int i = 0; i < 5; i++) {
            laptop.set("project", "p" + i, "title", "Title " + i);
            clock.advance(Duration.ofMinutes(2));
            laptop.sync();
        }
    }

    @AfterEach
    void close() {
        copies.close();
    }

    private Copy copy(String name) {
        return copies.make(folder, name);
    }

    private void put(ObjectName name, String content) {
        store.put(name, Body.of(content.getBytes(StandardCharsets.UTF_8)), Metadata.NONE);
    }

    private List<String> findings() {
        return all(RemoteCheck.run(laptop.context(), Progress.NONE));
    }

    private List<String> mended() {
        return all(RemoteCheck.mend(laptop.context(), Progress.NONE));
    }

    private static List<String> all(List<Finding> findings) {
        return findings.stream().flatMap(part -> part.findings().stream()).toList();
    }

    @Test
    void aSoundRemoteIsSound() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void aRemoteWhoseHistoryWasEmptiedIsSound() {
        laptop.engine.emptyHistory(Progress.NONE);
        laptop.set("project", "p1", "title", "After");
        laptop.sync();
        assertThat(findings()).isEmpty();
    }

    @Test
    void aMissingBatchIsNamedAndPutBack() {
        store.delete(new Version(3).objectName());
        assertThat(findings()).containsExactly("Version 3 is missing, though later ones are there.");
        assertThat(mended()).isEmpty();
        var phone = copy("phone");
        store.delete(Layout.CHECKPOINT);
        phone.sync();
        assertThat(phone.rows()).isEqualTo(laptop.rows());
    }

    @Test
    void twoDamagedBatchesAreNamedAndPutBack() {
        put(new Version(2).objectName(), "no batch");
        put(new Version(4).objectName(), "no batch either");
        assertThat(findings()).singleElement().asString().contains("changes/000000000/002.json.gz", "cannot be read");
        assertThat(mended()).isEmpty();
    }

    @Test
    void aBatchOfAnotherLogIsNamedAndReplaced() {
        var other = new MemoryStore();
        try (var stranger = new Copy(folder, "stranger", other, clock, new Random(5))) {
            for (int i = 0; i < 3; i++) {
                stranger.set("project", "s" + i, "title", "Strange");
                stranger.sync();
            }
        }
        var bytes =
                other.get(new Version(3).objectName(), 1 << 20).orElseThrow().bytes();
        store.put(new Version(3).objectName(), Body.of(bytes), Metadata.NONE);
        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("Version 3, which laptop committed, was altered or replaced");
        assertThat(mended()).isEmpty();
    }

    @Test
    void whatNobodyHoldsIsNotMended() {
        laptop.database.change(sql -> sql.update("DELETE FROM log WHERE version = 3"));
        store.delete(new Version(3).objectName());
        assertThat(mended())
                .singleElement()
                .asString()
                .startsWith("Version 3 is missing, though later ones are there. This device has not kept it.")
                .contains("tidemark history empty");
    }

    @Test
    void aDamagedCheckpointIsNamedAndWrittenAnew() {
        put(Layout.CHECKPOINT, "no database");
        assertThat(findings()).containsExactly("database.sqlite is damaged, or no checkpoint.");
        assertThat(mended()).isEmpty();
        assertThat(store.get(Layout.CHECKPOINT, 1 << 24).orElseThrow().bytes()).hasSizeGreaterThan(4096);
    }

    @Test
    void aCheckpointThatHoldsOtherRowsThanTheLogIsNamed() {
        try (var liar = new Copy(folder, "liar", new MemoryStore(), clock, new Random(6))) {
            liar.set("project", "p9", "title", "Never committed");
            liar.sync();
            var there = laptop.position();
            liar.database.change(sql -> {
                var replica = new Replica(sql);
                replica.library(
                        laptop.database.read(own -> new Replica(own).library()).orElseThrow());
                replica.moveTo(new Replica.Position(
                        there.version(), there.hash(), replica.position().state()));
            });
            var file = folder.resolve("lie.sqlite");
            new CheckpointWriter(liar.database, new Device("liar", "liar")).write(file, clock.instant());
            store.put(Layout.CHECKPOINT, Body.of(bytes(file)), Metadata.NONE);
        }
        assertThat(findings()).singleElement().asString().contains("another state than the log leads to");
        assertThat(mended()).isEmpty();
    }

    private static byte[] bytes(Path file) {
        try {
            return java.nio.file.Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aWriterWithAWrongCountIsNamed() {
        laptop.database.change(sql -> new Replica(sql).set(LocalKey.STATE_HASH, new StateHash(1, 2).toString()));
        laptop.set("project", "p1", "title", "Stream");
        laptop.sync();
        assertThat(findings()).contains("Version 6, written by laptop, names another state hash than its rows have.");
    }
}
