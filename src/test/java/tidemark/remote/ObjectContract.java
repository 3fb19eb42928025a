package tidemark.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tidemark.remote.RemoteStore.Creation;

/// The contract of every store about single objects.
abstract class ObjectContract {
    /// A limit in bytes that no object of these tests reaches.
    protected static final long LIMIT = 1 << 20;

    private final List<RemoteStore> opened = new ArrayList<>();

    /// Opens the one storage of this test, which is empty at first; several handles are several devices.
    protected abstract RemoteStore open();

    /// Whether the store returns metadata as it was put.
    protected boolean keepsMetadata() {
        return true;
    }

    /// A handle that is closed after the test.
    protected final RemoteStore store() {
        var store = open();
        opened.add(store);
        return store;
    }

    @AfterEach
    final void closeStores() {
        opened.forEach(RemoteStore::close);
    }

    @Test
    void whatIsNotThereIsEmptyAndNoError() {
        var store = store();
        var to = new ByteArrayOutputStream();

        assertThat(store.get(name("changes/000000000/001.json.gz"), LIMIT)).isEmpty();
        assertThat(store.get(name("a"), to, LIMIT)).isEmpty();
        assertThat(store.head(name("a"))).isEmpty();
        assertThat(store.list("", Optional.empty(), 10)).isEmpty();
        assertThat(to.size()).isZero();
    }

    @Test
    void anObjectIsReadAsItWasPut() {
        var store = store();
        store.put(name("a/b/c.txt"), body("hello"), Metadata.NONE);

        assertThat(text(store, "a/b/c.txt")).contains("hello");
        assertThat(store.get(name("a/b/c.txt"), LIMIT).orElseThrow().info().name())
                .isEqualTo(name("a/b/c.txt"));
        assertThat(store.head(name("a/b/c.txt")).orElseThrow().size()).isEqualTo(5);
    }

    @Test
    void oneDeviceReadsWhatAnotherWrote() {
        store().put(name("x"), body("hello"), Metadata.NONE);

        assertThat(text(store(), "x")).contains("hello");
    }

    @Test
    void puttingReplaces() {
        var store = store();
        store.put(name("x"), body("a long first version"), Metadata.NONE);
        store.put(name("x"), body("second"), Metadata.NONE);

        assertThat(text(store, "x")).contains("second");
        assertThat(store.list("", Optional.empty(), 10)).containsExactly(name("x"));
    }

    @Test
    void creatingTakesAFreeNameOnce() {
        var store = store();

        assertThat(store.create(name("x/1"), body("mine"), Metadata.NONE)).isEqualTo(Creation.CREATED);
        assertThat(store.create(name("x/1"), body("yours"), Metadata.NONE)).isEqualTo(Creation.EXISTS);
        assertThat(store().create(name("x/1"), body("theirs"), Metadata.NONE)).isEqualTo(Creation.EXISTS);
        assertThat(text(store, "x/1")).contains("mine");
    }

    @Test
    void creatingFindsWhatWasPut() {
        var store = store();
        store.put(name("x"), body("put"), Metadata.NONE);

        assertThat(store.create(name("x"), body("created"), Metadata.NONE)).isEqualTo(Creation.EXISTS);
        assertThat(text(store, "x")).contains("put");
    }

    @Test
    void puttingReplacesWhatWasCreated() {
        var store = store();
        store.create(name("x"), body("created"), Metadata.NONE);
        store.put(name("x"), body("put"), Metadata.NONE);

        assertThat(text(store, "x")).contains("put");
        assertThat(store.create(name("x"), body("late"), Metadata.NONE)).isEqualTo(Creation.EXISTS);
    }

    @Test
    void aDeletedNameIsFreeAgain() {
        var store = store();
        store.create(name("x/1"), body("old"), Metadata.NONE);
        store.delete(name("x/1"));

        assertThat(store.get(name("x/1"), LIMIT)).isEmpty();
        assertThat(store.list("x/", Optional.empty(), 10)).isEmpty();
        assertThat(store.create(name("x/1"), body("new"), Metadata.NONE)).isEqualTo(Creation.CREATED);
        assertThat(text(store, "x/1")).contains("new");
    }

    @Test
    void deletingWhatIsNotThereIsNoError() {
        var store = store();
        store.put(name("a/1"), body("stays"), Metadata.NONE);
        store.delete(name("a/2"));
        store.delete(name("b/1"));
        store.delete(name("b/1"));

        assertThat(store.list("", Optional.empty(), 10)).containsExactly(name("a/1"));
    }

    @Test
    void anEmptyObjectIsAnObject() {
        var store = store();
        store.put(name("put"), body(""), Metadata.NONE);

        assertThat(store.create(name("created"), body(""), Metadata.NONE)).isEqualTo(Creation.CREATED);
        assertThat(store.create(name("created"), body("x"), Metadata.NONE)).isEqualTo(Creation.EXISTS);
        assertThat(text(store, "put")).contains("");
        assertThat(store.get(name("created"), 0).orElseThrow().bytes()).isEmpty();
        assertThat(store.head(name("created")).orElseThrow().size()).isZero();
    }

    @Test
    void metadataComesBackWhereTheStorageKeepsIt() {
        var metadata = new Metadata(Map.of("db-version", "42", "db-state-hash", "00ff"));
        var store = store();
        store.put(name("put"), body("x"), metadata);
        store.create(name("created"), body("x"), metadata);
        var expected = keepsMetadata() ? metadata : Metadata.NONE;

        assertThat(store.head(name("put")).orElseThrow().metadata()).isEqualTo(expected);
        assertThat(store.get(name("created"), LIMIT).orElseThrow().info().metadata())
                .isEqualTo(expected);
        store.put(name("put"), body("x"), Metadata.NONE);
        assertThat(store.head(name("put")).orElseThrow().metadata()).isEqualTo(Metadata.NONE);
    }

    @Test
    void anObjectOfExactlyTheLimitIsAcceptedAndOneByteMoreIsNot() {
        var store = store();
        store.put(name("x"), Body.of(new byte[100_000]), Metadata.NONE);

        assertThat(store.get(name("x"), 100_000).orElseThrow().bytes()).hasSize(100_000);
        assertThatThrownBy(() -> store.get(name("x"), 99_999)).isInstanceOf(RemoteException.Corrupt.class);
        assertThatThrownBy(() -> store.get(name("x"), 0)).isInstanceOf(RemoteException.Corrupt.class);
    }

    @Test
    void moreThanTheLimitIsNeverPassedOn() {
        var store = store();
        store.put(name("x"), Body.of(new byte[1_000_000]), Metadata.NONE);
        var to = new ByteArrayOutputStream();

        assertThatThrownBy(() -> store.get(name("x"), to, 1000)).isInstanceOf(RemoteException.Corrupt.class);
        assertThat(to.size()).isLessThanOrEqualTo(1000);
    }

    @Test
    void aLargeObjectIsStreamedBothWays() throws Exception {
        var large = new GeneratedBody(20_000_000);
        var store = store();
        store.put(name("files/ab/put"), large, Metadata.NONE);
        store.create(name("files/ab/created"), large, Metadata.NONE);

        for (var each : List.of(name("files/ab/put"), name("files/ab/created"))) {
            var digest = MessageDigest.getInstance("SHA-256");
            var to = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
            assertThat(store.get(each, to, 20_000_000).orElseThrow().size()).isEqualTo(20_000_000);
            assertThat(digest.digest()).isEqualTo(large.sha256());
        }
    }

    @Test
    void aBodyThatCannotBeReadToItsEndLeavesTheNameAsItWas() {
        var store = store();
        var torn = GeneratedBody.breakingOffAt(100_000, 200_000);
        store.put(name("old"), body("old"), Metadata.NONE);

        assertThatThrownBy(() -> store.create(name("x"), torn, Metadata.NONE))
                .isInstanceOf(RemoteException.Unavailable.class);
        assertThatThrownBy(() -> store.put(name("old"), torn, Metadata.NONE))
                .isInstanceOf(RemoteException.Unavailable.class);
        assertThat(store.get(name("x"), LIMIT)).isEmpty();
        assertThat(text(store, "old")).contains("old");
        assertThat(store.create(name("x"), body("again"), Metadata.NONE)).isEqualTo(Creation.CREATED);
    }

    @Test
    void aBodyShorterThanItSaidIsNotStored() {
        var store = store();
        var shorter = GeneratedBody.endingAt(100_000, 200_000);

        assertThatThrownBy(() -> store.create(name("x"), shorter, Metadata.NONE))
                .isInstanceOf(RemoteException.Unavailable.class);
        assertThat(store.head(name("x"))).isEmpty();
    }

    @Test
    void longNamesAreNames() {
        var store = store();
        var longest = name("files/" + "f".repeat(200) + "/" + "0123456789abcdef".repeat(12) + "." + "x".repeat(8));

        assertThat(store.create(longest, body("x"), Metadata.NONE)).isEqualTo(Creation.CREATED);
        assertThat(store.list("files/f", Optional.empty(), 2)).containsExactly(longest);
    }

    @Test
    void aReceiverThatFailsIsThisComputersTrouble() {
        var store = store();
        store.put(name("x"), body("hello"), Metadata.NONE);

        assertThatThrownBy(() -> store.get(name("x"), new Full(), LIMIT))
                .isInstanceOf(RemoteException.Unavailable.class)
                .hasMessageContaining("this computer");
    }

    @Test
    void itCanSayWhereItIs() {
        assertThat(store().describe()).isNotBlank();
    }

    protected static ObjectName name(String value) {
        return new ObjectName(value);
    }

    protected static Body body(String text) {
        return Body.of(text.getBytes(UTF_8));
    }

    protected static Optional<String> text(RemoteStore store, String name) {
        return store.get(name(name), LIMIT).map(object -> new String(object.bytes(), UTF_8));
    }

    private static final class Full extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("no space left here");
        }
    }
}
