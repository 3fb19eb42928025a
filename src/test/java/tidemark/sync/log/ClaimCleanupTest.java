package tidemark.sync.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.Request;
import tidemark.sync.Copies;
import tidemark.sync.Copy;
import tidemark.sync.MovingStore;
import tidemark.sync.SteppedClock;
import tidemark.sync.format.Hash;
import tidemark.sync.format.Layout;
import tidemark.sync.format.Version;

/// The removal of claims, which never takes the last copy of a batch from the remote.
final class ClaimCleanupTest {
    private static final int DUE = 26;

    private final MovingStore store = new MovingStore();
    private final SteppedClock clock = new SteppedClock();
    private final Copies copies = new Copies(store, clock);
    private Copy laptop;

    @TempDir
    Path folder;

    /// A library whose claims are due for removal after the next batch.
    @BeforeEach
    void commitsBeforeTheRemovalIsDue() {
        laptop = copies.make(folder, "laptop");
        for (int i = 1; i < DUE; i++) {
            commit(i);
        }
        assertThat(claims(1)).isPositive();
    }

    @AfterEach
    void close() {
        copies.close();
    }

    private void commit(int number) {
        laptop.set("project", "p" + number, "title", "Title " + number);
        laptop.sync();
    }

    private int claims(long version) {
        return store.list(Slot.of(new Version(version)).prefix(), Optional.empty(), 100)
                .size();
    }

    private byte[] batch(long version) {
        return store.get(new Version(version).objectName(), 1 << 20)
                .orElseThrow()
                .bytes();
    }

    /// Leaves the bytes of a batch among its claims, as a crash of its device before the end may.
    private void keepBody(long version) {
        var bytes = batch(version);
        store.add(Slot.of(new Version(version)).body(Hash.of(bytes)), Body.of(bytes));
    }

    @Test
    void theClaimsOfADamagedBatchStayAndMendIt() {
        keepBody(5);
        var whole = batch(5);
        store.put(new Version(5).objectName(), Body.of(Arrays.copyOf(whole, whole.length / 2)), Metadata.NONE);
        commit(DUE);
        assertThat(claims(4)).isZero();
        assertThat(claims(5)).isPositive();
        store.delete(Layout.CHECKPOINT);
        var phone = copies.make(folder, "phone");
        phone.sync();
        assertThat(batch(5)).isEqualTo(whole);
        assertThat(phone.text("project", "p5", "title")).isEqualTo("Title 5");
    }

    @Test
    void theClaimsOfAMissingBatchAndOfAnotherOneInItsPlaceStay() {
        store.delete(new Version(6).objectName());
        store.put(new Version(7).objectName(), Body.of(batch(8)), Metadata.NONE);
        commit(DUE);
        assertThat(claims(6)).isPositive();
        assertThat(claims(7)).isPositive();
        assertThat(claims(8)).isZero();
        assertThat(claims(DUE - 1)).isZero();
    }

    @Test
    void theClaimsOfATruncatedBatchGo() {
        new RemoteLog(store, 1).bury(new Version(3));
        commit(DUE);
        assertThat(claims(3)).isZero();
    }

    /// The look costs one reading of each batch, when its claims go; the rounds between cost what they always did.
    @Test
    void eachNumberIsReadOnceAndAPollStaysOneRequest() {
        store.delete(new Version(6).objectName());
        laptop.counted.reset();
        commit(DUE);
        var read = laptop.counted.requests().stream()
                .filter(request -> request.kind() == Request.Kind.GET)
                .filter(request -> request.toString().contains(Version.FOLDER))
                .toList();
        assertThat(read).hasSize(DUE - 1).doesNotHaveDuplicates();
        laptop.counted.reset();
        laptop.sync();
        assertThat(laptop.counted.requests()).hasSize(1);
        laptop.counted.reset();
        commit(DUE + 1);
        assertThat(laptop.counted.requests()).hasSize(8);
    }
}
