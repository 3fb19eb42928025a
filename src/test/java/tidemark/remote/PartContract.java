package tidemark.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The contract of every store about the ends of objects, and about objects that are sent in parts.
abstract class PartContract extends ObjectContract {
    private static final long SIZE = 2L * PartUpload.PART_SIZE + 5;

    /// Whether the store keeps parts.
    protected boolean takesParts() {
        return true;
    }

    @Test
    void theEndOfAnObjectIsReadFromAnyByteOn() {
        var store = store();
        store.put(name("files/x"), body("0123456789"), Metadata.NONE);

        assertThat(end(store, 0)).isEqualTo("0123456789");
        assertThat(end(store, 1)).isEqualTo("123456789");
        assertThat(end(store, 9)).isEqualTo("9");
        for (var beyond : List.of(10L, 11L, 1L << 40)) {
            assertThat(end(store, beyond)).isEmpty();
        }
    }

    private static String end(RemoteStore store, long from) {
        var to = new ByteArrayOutputStream();
        assertThat(store.get(name("files/x"), from, to, 10).orElseThrow())
                .isEqualTo(new ObjectInfo(name("files/x"), 10, Metadata.NONE));
        return to.toString(UTF_8);
    }

    @Test
    void theLimitIsOneOfTheWholeObjectWhereverItIsReadFrom() {
        var store = store();
        store.put(name("x"), body("0123456789"), Metadata.NONE);

        for (var from : List.of(0L, 5L, 10L, 100L)) {
            var to = new ByteArrayOutputStream();
            assertThatThrownBy(() -> store.get(name("x"), from, to, 9)).isInstanceOf(RemoteException.Corrupt.class);
            assertThat(to.size()).isLessThanOrEqualTo(9);
        }
    }

    @Test
    void theEndOfNothingIsEmptyAndNoError() {
        var store = store();
        store.put(name("empty"), body(""), Metadata.NONE);
        var to = new ByteArrayOutputStream();

        assertThat(store.get(name("empty"), 0, to, 0).orElseThrow().size()).isZero();
        assertThat(store.get(name("empty"), 1, to, 0).orElseThrow().size()).isZero();
        assertThat(store.get(name("absent"), 0, to, LIMIT)).isEmpty();
        assertThat(store.get(name("absent"), 7, to, LIMIT)).isEmpty();
        assertThat(to.size()).isZero();
        assertThatThrownBy(() -> store.get(name("empty"), -1, to, LIMIT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStoreTakesPartsOrSaysThatItDoesNot() {
        var store = store();

        assertThat(store.takesParts()).isEqualTo(takesParts());
        assertThat(store.partUpload(name("x"), SIZE, Optional.empty()).isPresent())
                .isEqualTo(takesParts());
    }

    @Test
    void anObjectInPartsGoesOnAfterARestartAndIsThereOnlyWhenItIsFinished() {
        var first = begin(store(), SIZE, Optional.empty());
        assertThat(first.partSize()).isEqualTo(PartUpload.PART_SIZE);
        first.send(Slice.next(first, SIZE).orElseThrow());
        first.send(Slice.next(first, SIZE).orElseThrow());
        assertThat(first.kept()).isEqualTo(2L * PartUpload.PART_SIZE);

        var store = store();
        var second = begin(store, SIZE, Optional.of(first.token()));
        assertThat(second.token()).isEqualTo(first.token());
        assertThat(second.kept()).isIn((long) PartUpload.PART_SIZE, 2L * PartUpload.PART_SIZE);
        assertThatThrownBy(second::finish).isInstanceOf(IllegalStateException.class);
        Slice.sendRest(second, SIZE);
        assertThat(store.head(name("files/x"))).isEmpty();
        assertThat(store.list("", Optional.empty(), 9)).isEmpty();

        second.finish();

        requireWhole(store, SIZE);
        assertThat(store.list("", Optional.empty(), 9)).containsExactly(name("files/x"));
        var end = new Slice(PartUpload.PART_SIZE - 1, SIZE - PartUpload.PART_SIZE + 1).checked();
        assertThat(store.get(name("files/x"), PartUpload.PART_SIZE - 1, end, SIZE))
                .isPresent();
        assertThat(end.isComplete()).isTrue();
    }

    @Test
    void finishingAgainChangesNothing() {
        var store = store();
        var upload = begin(store, 3, Optional.empty());
        Slice.sendRest(upload, 3);
        upload.finish();
        upload.finish();

        var again = begin(store(), 3, Optional.of(upload.token()));
        assertThat(again.kept()).isEqualTo(3);
        assertThatThrownBy(() -> again.send(body(""))).isInstanceOf(IllegalArgumentException.class);
        again.finish();
        again.discard();
        upload.discard();

        requireWhole(store, 3);
    }

    @Test
    void anObjectOfNoneOfOneAndOfExactlyOnePartIsSent() {
        var store = store();
        for (var size : List.of(0L, 1L, (long) PartUpload.PART_SIZE)) {
            var upload = begin(store, size, Optional.empty());
            Slice.sendRest(upload, size);
            assertThat(upload.kept()).isEqualTo(size);
            assertThatThrownBy(() -> upload.send(body(""))).isInstanceOf(IllegalArgumentException.class);
            upload.finish();
            requireWhole(store, size);
            store.delete(name("files/x"));
        }
    }

    @Test
    void aPartOfAnotherLengthIsRefused() {
        var upload = begin(store(), SIZE, Optional.empty());

        assertThatThrownBy(() -> upload.send(new Slice(0, PartUpload.PART_SIZE - 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> upload.send(new Slice(0, SIZE))).isInstanceOf(IllegalArgumentException.class);
        assertThat(upload.kept()).isZero();
    }

    @Test
    void aPartThatCannotBeReadIsSentAgain() {
        var store = store();
        var upload = begin(store, 200_000, Optional.empty());

        assertThatThrownBy(() -> upload.send(GeneratedBody.breakingOffAt(100_000, 200_000)))
                .isInstanceOf(RemoteException.Unavailable.class)
                .hasMessageContaining("this computer");
        assertThat(upload.kept()).isZero();
        Slice.sendRest(upload, 200_000);
        upload.finish();

        requireWhole(store, 200_000);
    }

    @Test
    void aTokenThatIsNotKnownBeginsAnew() {
        var store = store();
        var other = begin(store, 4, Optional.empty());
        other.send(new Slice(0, 4));
        store.put(name("files/x"), body("another content"), Metadata.NONE);
        var wrong = List.of(other.token(), "", "3:", "3:none", "../x", "x".repeat(2000), "0".repeat(32));
        for (var token : wrong) {
            var upload = begin(store, 3, Optional.of(token));
            assertThat(upload.kept()).as(token).isZero();
            assertThat(upload.token()).isNotEqualTo(token).hasSizeBetween(1, 2000);
            upload.send(new Slice(0, 3));
            upload.finish();
            requireWhole(store, 3);
            store.delete(name("files/x"));
        }
        var elsewhere = store.partUpload(name("files/y"), 4, Optional.of(other.token()));
        assertThat(elsewhere.orElseThrow().kept()).isZero();
    }

    @Test
    void aPartThatIsSentTwiceIsThereOnce() {
        var store = store();
        var first = begin(store, 3, Optional.empty());
        var second = begin(store(), 3, Optional.of(first.token()));
        first.send(new Slice(0, 3));
        second.send(new Slice(0, 3));
        second.finish();
        first.finish();

        requireWhole(store, 3);
    }

    @Test
    void twoUploadsOfOneNameDoNotMix() {
        var store = store();
        var first = begin(store, 3, Optional.empty());
        var second = begin(store(), 3, Optional.empty());
        assertThat(first.token()).isNotEqualTo(second.token());
        first.send(new Slice(0, 3));
        assertThat(second.kept()).isZero();
        second.send(new Slice(0, 3));
        first.finish();
        second.finish();

        requireWhole(store, 3);
    }

    @Test
    void whatWasDiscardedIsGone() {
        var store = store();
        var upload = begin(store, 3, Optional.empty());
        upload.send(new Slice(0, 3));
        upload.discard();
        upload.discard();

        assertThat(store.head(name("files/x"))).isEmpty();
        assertThatThrownBy(upload::finish)
                .isInstanceOf(RemoteException.Unavailable.class)
                .hasMessageContaining("not there any more");
        assertThat(begin(store(), 3, Optional.of(upload.token())).kept()).isZero();
        assertThat(store.head(name("files/x"))).isEmpty();
    }

    private PartUpload begin(RemoteStore store, long size, Optional<String> token) {
        assumeTrue(takesParts(), "it takes no parts");
        return store.partUpload(name("files/x"), size, token).orElseThrow();
    }

    private static void requireWhole(RemoteStore store, long size) {
        var whole = new Slice(0, size).checked();
        assertThat(store.get(name("files/x"), whole, size).orElseThrow().size()).isEqualTo(size);
        assertThat(whole.isComplete()).isTrue();
    }
}
