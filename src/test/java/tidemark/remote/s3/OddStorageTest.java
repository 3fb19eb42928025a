package tidemark.remote.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteStore.Creation;
import tidemark.remote.s3.S3Double.Habit;

/// Storage with odd habits, which is used all the same.
final class OddStorageTest {
    private static final ObjectName NAME = new ObjectName("changes/000000000/001.json.gz");

    private static Body body(String text) {
        return Body.of(text.getBytes(UTF_8));
    }

    private static Optional<String> read(S3Store store, ObjectName name) {
        return store.get(name, 1000).map(object -> new String(object.bytes(), UTF_8));
    }

    @Test
    void anEmptyAnswerThatIsCalledHtmlIsTheStorages() {
        try (var server = new S3Double(Habit.LABELS_AS_HTML);
                var store = server.open()) {
            store.put(NAME, body("x"), Metadata.NONE);
            assertThat(read(store, NAME)).contains("x");
            store.delete(NAME);
            assertThat(read(store, NAME)).isEmpty();
        }
    }

    @Test
    void theEndOfAChunkOnAKeptConnectionIsPassedOnAFreshOne() {
        try (var server = new S3Double(Habit.LABELS_AS_HTML, Habit.LEAVES_CHUNK_ENDS);
                var store = server.open()) {
            for (int i = 0; i < 5; i++) {
                store.put(NAME, body("x" + i), Metadata.NONE);
                assertThat(read(store, NAME)).contains("x" + i);
            }
        }
    }

    @Test
    void aCreationThatWasRepeatedAndFindsTheNameTakenIsLeftToBeRead() {
        try (var server = new S3Double(Habit.LEAVES_CHUNK_ENDS);
                var store = server.open()) {
            store.delete(NAME);
            assertThatThrownBy(() -> store.create(NAME, body("mine"), Metadata.NONE))
                    .isInstanceOf(Unavailable.class);
            assertThat(read(store, NAME)).contains("mine");
        }
    }

    @Test
    void storageThatRefusesChecksumsGetsNone() {
        try (var server = new S3Double(Habit.REFUSES_CHECKSUMS);
                var store = server.open()) {
            assertThat(store.create(NAME, body("mine"), Metadata.NONE)).isEqualTo(Creation.CREATED);
            assertThat(store.create(NAME, body("yours"), Metadata.NONE)).isEqualTo(Creation.EXISTS);
            store.put(new ObjectName("a"), body("x"), Metadata.NONE);
            assertThat(server.heads().stream().filter(head -> head.contains("X-Amz-Checksum")))
                    .as("refused once, then remembered")
                    .hasSize(1);
            store.put(new ObjectName("large"), Body.of(new byte[17 << 20]), Metadata.NONE);
            assertThat(store.head(new ObjectName("large")).orElseThrow().size()).isEqualTo(17 << 20);
        }
    }

    @Test
    void storageThatKnowsNoHeadIsAskedByGet() {
        try (var server = new S3Double(Habit.KNOWS_NO_HEAD);
                var store = server.open()) {
            store.put(NAME, body("four"), Metadata.NONE);
            assertThat(store.head(NAME))
                    .hasValueSatisfying(found -> assertThat(found.size()).isEqualTo(4));
            assertThat(store.head(new ObjectName("missing"))).isEmpty();
        }
    }

    @Test
    void whatIsPackedUnaskedIsUnpacked() {
        try (var server = new S3Double();
                var store = server.open()) {
            var packed = Packed.gzip("a batch").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            store.put(NAME, Body.of(packed), Metadata.NONE);
            store.put(new ObjectName("library.json"), body("{}"), Metadata.NONE);
            server.takeOn(Habit.PACKS_UNASKED);

            assertThat(store.get(NAME, 1000).orElseThrow().bytes()).isEqualTo(packed);
            assertThat(read(store, new ObjectName("library.json"))).contains("{}");
            assertThat(store.list("", Optional.empty(), 9)).contains(NAME);
            assertThat(read(store, new ObjectName("missing"))).isEmpty();
        }
    }
}
