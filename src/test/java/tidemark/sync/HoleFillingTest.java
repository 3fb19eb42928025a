package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tidemark.sync.Copies.same;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.RemoteStore;
import tidemark.remote.Request;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.format.Layout;
import tidemark.sync.format.Version;

/// A batch that is missing on the remote is put back by a device that has kept it, without anybody's command.
final class HoleFillingTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final SteppedClock clock = new SteppedClock();
    private RemoteStore store = new MemoryStore();
    private Copies copies = new Copies(store, clock);
    private Copy laptop;

    @TempDir
    Path folder;

    @BeforeEach
    void newLaptop() {
        laptop = copies.make(folder, "laptop");
    }

    @AfterEach
    void close() {
        copies.close();
    }

    /// Four batches within a minute, so that the checkpoint is at version 1; the ones named are then gone.
    private void fourBatchesWithout(long... missing) {
        for (int i = 1; i <= 4; i++) {
            laptop.set("project", "p" + i, "title", "Title " + i);
            laptop.sync();
        }
        for (var version : missing) {
            store.delete(new Version(version).objectName());
        }
    }

    private byte[] batch(long version) {
        return store.get(new Version(version).objectName(), 1 << 20)
                .orElseThrow()
                .bytes();
    }

    private Copy stuck(String name) {
        var phone = copies.make(folder, name);
        phone.set("project", "p9", "title", "On the way");
        assertThatThrownBy(phone::sync).isInstanceOf(Corrupt.class).hasMessageContaining("is missing on the remote");
        return phone;
    }

    private void mustGoOn(Copy phone) {
        phone.sync();
        laptop.sync();
        same(laptop, phone);
        assertThat(laptop.ids("project")).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theDeviceThatHasKeptItPutsItBackAtItsNextLook(boolean createsAtomically) {
        if (!createsAtomically) {
            copies.close();
            store = new MovingStore();
            copies = new Copies(store, clock);
            laptop = copies.make(folder, "desk");
        }
        fourBatchesWithout();
        var whole = batch(2);
        store.delete(new Version(2).objectName());
        var phone = stuck("phone");
        clock.advance(HOUR);
        laptop.sync();
        assertThat(batch(2)).isEqualTo(whole);
        mustGoOn(phone);
    }

    @Test
    void severalInARowArePutBackTogetherAndThoseBehindAtTheNextLook() {
        fourBatchesWithout(2, 3);
        var phone = stuck("phone");
        clock.advance(HOUR);
        laptop.sync();
        mustGoOn(phone);
    }

    /// The desk writes no checkpoint, and so no hint of its own: it did not write the newest batch.
    @Test
    void theCallIsGoneOnceItIsAnswered() {
        fourBatchesWithout();
        var desk = copies.make(folder, "desk");
        desk.sync();
        store.delete(new Version(2).objectName());
        stuck("phone");
        assertThat(hint()).isEqualTo("1\nmissing 2\n");
        clock.advance(HOUR);
        desk.sync();
        assertThat(hint()).isEqualTo("1\n");
        assertThat(store.head(new Version(2).objectName())).isPresent();
    }

    private String hint() {
        return new String(store.get(Layout.VERSION, 100).orElseThrow().bytes(), StandardCharsets.US_ASCII);
    }

    @Test
    void whatTheLogWasNotMadeAfterIsNotPutIntoTheHole() {
        fourBatchesWithout(2);
        stuck("phone");
        laptop.database.change(sql -> sql.update("UPDATE log SET body = (SELECT body FROM log WHERE version = 1),"
                + " hash = (SELECT hash FROM log WHERE version = 1) WHERE version = 2"));
        clock.advance(HOUR);
        laptop.sync();
        assertThat(store.head(new Version(2).objectName())).isEmpty();
    }

    /// The call names a number that is taken: it is looked at once, and the call withdrawn.
    @Test
    void aFalseCallChangesNothingInTheLog() {
        fourBatchesWithout();
        clock.advance(HOUR);
        laptop.sync();
        var whole = batch(2);
        store.put(Layout.VERSION, Body.of("4\nmissing 2\n".getBytes(StandardCharsets.US_ASCII)), Metadata.NONE);
        clock.advance(HOUR);
        laptop.counted.reset();
        laptop.sync();
        assertThat(laptop.counted.requests().stream().map(Request::toString))
                .filteredOn(request -> !request.contains("005.json.gz") && !request.contains("004.json.gz"))
                .containsExactly("GET version.txt", "GET changes/000000000/002.json.gz", "PUT version.txt");
        assertThat(batch(2)).isEqualTo(whole);
    }

    @Test
    void aDeviceThatStaysStuckCallsOnce() {
        fourBatchesWithout(2);
        var phone = stuck("phone");
        phone.counted.reset();
        assertThatThrownBy(phone::sync).isInstanceOf(Corrupt.class);
        assertThat(phone.counted.count(Request.Kind.PUT)).isZero();
    }
}
