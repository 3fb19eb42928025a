package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tidemark.sync.Copies.same;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.db.SqliteFile;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.Request.Kind;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.checkpoint.ForgedCheckpoint;
import tidemark.sync.format.Layout;
import tidemark.sync.state.Replica;

/// The first sync of a device with a remote: new, with work of its own, or to find another library there, or none.
final class JoiningTest {
    private final MemoryStore store = new MemoryStore();
    private final SteppedClock clock = new SteppedClock();

    @TempDir
    Path folder;

    private final Copies copies = new Copies(store, clock);

    @AfterEach
    void close() {
        copies.close();
    }

    private Copy copy(String name) {
        return copies.make(folder, name);
    }

    @Test
    void aNewDeviceTakesTheCheckpointAndTheTail() {
        var a = copy("a");
        for (int i = 0; i < 30; i++) {
            a.set("project", "p" + i, "title", "Title " + i);
            a.sync();
            clock.advance(Duration.ofSeconds(10));
        }
        var b = copy("b");
        b.sync();
        same(a, b);
        assertThat(b.counted.count(Kind.GET)).isLessThan(12);
    }

    @Test
    void aDamagedCheckpointIsNotUsed() {
        var a = copy("a");
        a.set("project", "p1", "title", "River");
        a.sync();
        store.put(Layout.CHECKPOINT, Body.of(new byte[5000]), Metadata.NONE);
        var b = copy("b");
        b.sync();
        same(a, b);
    }

    /// Its rows are not read; the log itself says where an older program has to stop.
    @Test
    void aCheckpointForNewerProgramsIsPassedOverWhereTheLogCanBeRead() throws Exception {
        var a = copy("a");
        a.set("project", "p1", "title", "River");
        a.sync();
        checkpointIsFor(99);
        var b = copy("b");
        assertThat(b.sync()).isInstanceOf(SyncResult.UpToDate.class);
        same(a, b);
    }

    private void checkpointIsFor(int minReader) throws IOException {
        var file = folder.resolve("theirs.sqlite");
        Files.write(file, store.get(Layout.CHECKPOINT, 1 << 20).orElseThrow().bytes());
        SqliteFile.edit(file, sql -> {
            sql.update("UPDATE checkpoint SET value = ? WHERE key = 'minReader'", minReader);
            ForgedCheckpoint.updateChecksum(sql);
            return minReader;
        });
        store.put(Layout.CHECKPOINT, Body.of(Files.readAllBytes(file)), Metadata.NONE);
    }

    @Test
    void aDeviceWithWorkOfItsOwnJoinsAndBothHaveAll() {
        var a = copy("a");
        a.set("project", "p1", "title", "River");
        a.sync();
        var b = copy("b");
        b.set("project", "p2", "title", "Kitchen");
        b.sync();
        a.sync();
        same(a, b);
        assertThat(a.ids("project")).containsExactly("p1", "p2");
    }

    @Test
    void anEmptiedRemoteDeletesNothing() {
        var a = copy("a");
        a.set("project", "p1", "title", "River");
        a.sync();
        for (var name : store.list("", Optional.empty(), 1000)) {
            store.delete(name);
        }
        clock.advance(Duration.ofMinutes(11));
        assertThat(a.sync()).isInstanceOf(SyncResult.RolledBack.class);
        assertThat(a.ids("project")).containsExactly("p1");
        a.restart();
        assertThat(a.sync()).isInstanceOf(SyncResult.RolledBack.class);
        assertThat(store.list("", Optional.empty(), 1000)).isEmpty();
    }

    @Test
    void anotherLibraryUnderTheSameNameIsRefused() {
        var a = copy("a");
        a.set("project", "p1", "title", "River");
        a.sync();
        for (var name : store.list("", Optional.empty(), 1000)) {
            store.delete(name);
        }
        var stranger = copy("stranger");
        stranger.set("project", "p9", "title", "Other");
        stranger.sync();
        a.restart();
        assertThat(a.sync()).isInstanceOf(SyncResult.RolledBack.class);
        assertThat(a.ids("project")).containsExactly("p1");
    }

    /// Before the first batch only the manifest tells a library from another one.
    @Test
    void aDeviceThatSawNoBatchYetNoticesThatAnotherLibraryWasBegunThere() {
        var a = copy("a");
        a.sync();
        store.list("", Optional.empty(), 100).forEach(store::delete);
        clock.advance(Duration.ofMinutes(11));
        var b = copy("b");
        b.set("project", "p1", "title", "River");
        b.sync();
        a.sync();
        same(a, b);
        assertThat(library(a)).isEqualTo(library(b));
    }

    /// B knows A's first batch, and A does not know whether it was committed. Sent again to another library, the same
    /// bytes would tell B that nothing has changed.
    @Test
    void aFirstBatchIsNotSentToAnotherLibraryAsItWas() {
        var a = copy("a");
        var b = copy("b");
        a.sync();
        b.sync();
        a.set("project", "p1", "title", "River");
        a.network.follow(request -> request.toString().contains("CREATE changes/")
                ? Fault.ANSWER_LOST
                : request.toString().contains("GET changes/") ? Fault.NEVER_SENT : Fault.NONE);
        assertThatThrownBy(a::sync).isInstanceOf(Unavailable.class);
        a.network.follow(_ -> Fault.NONE);
        b.sync();
        store.list("", Optional.empty(), 100).forEach(store::delete);
        var stranger = copy("stranger");
        stranger.sync();
        clock.advance(Duration.ofMinutes(11));

        a.restart();
        assertThat(a.sync()).isEqualTo(new SyncResult.UpToDate(0, 1));
        assertThat(b.sync()).isInstanceOf(SyncResult.RolledBack.class);
        stranger.sync();
        same(a, stranger);
    }

    private static Optional<String> library(Copy copy) {
        return copy.database.read(sql -> new Replica(sql).library());
    }
}
