package tidemark.remote.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.PartUpload;
import tidemark.remote.RemoteException;
import tidemark.remote.Slice;
import tidemark.remote.s3.FaultProxy.Fault;
import tidemark.remote.s3.S3Double.Habit;

/// Objects in parts, and the ends of objects, on storage with odd habits and over bad connections.
final class OddPartsTest {
    private static final ObjectName NAME = new ObjectName("files/ab/abcd");

    private static PartUpload begin(S3Store store, long size, Optional<String> token) {
        return store.partUpload(NAME, size, token).orElseThrow();
    }

    private static void requireWhole(S3Store store, long size) {
        var whole = new Slice(0, size).checked();
        assertThat(store.get(NAME, whole, size)).isPresent();
        assertThat(whole.isComplete()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Habit.class,
            names = {"IGNORES_RANGES", "PACKS_UNASKED", "KNOWS_NO_HEAD"})
    void theEndOfAnObjectIsRightWhateverTheHabit(Habit habit) {
        try (var server = new S3Double(habit);
                var store = server.open()) {
            store.put(NAME, Body.of("0123456789".getBytes(UTF_8)), Metadata.NONE);
            for (var from : List.of(0, 4, 10, 99)) {
                var to = new ByteArrayOutputStream();
                assertThat(store.get(NAME, from, to, 10)).isPresent();
                assertThat(to).hasToString("0123456789".substring(Math.min(from, 10)));
            }
        }
    }

    @Test
    void onlyTheBytesThatAreAskedForCross() throws Exception {
        try (var server = new S3Double();
                var proxy = new FaultProxy(server.port());
                var store = through(proxy)) {
            store.put(NAME, new Slice(0, 1000), Metadata.NONE);
            var _ = proxy.seen();
            var end = new Slice(900, 100).checked();

            assertThat(store.get(NAME, 900, end, 1000).orElseThrow().size()).isEqualTo(1000);

            assertThat(end.isComplete()).isTrue();
            assertThat(proxy.seen())
                    .singleElement()
                    .extracting(FaultProxy.Seen::received)
                    .isEqualTo(100L);
        }
    }

    private static S3Store through(FaultProxy proxy) {
        var address = S3Address.of("http://127.0.0.1:" + proxy.port(), S3Double.BUCKET);
        return S3Store.open(address, "me", S3Double.KEYS, Clock.systemUTC());
    }

    /// The listing has two parts a page; the server counts on the very tags of the parts, in order.
    @Test
    void anUploadOfMorePartsThanAPageListsGoesOn() {
        var size = 3L * PartUpload.PART_SIZE + 1;
        try (var server = new S3Double(Habit.REFUSES_CHECKSUMS);
                var store = server.open()) {
            var first = begin(store, size, Optional.empty());
            Slice.sendRest(first, size);

            var second = begin(store, size, Optional.of(first.token()));
            assertThat(second.kept()).isEqualTo(size);
            second.finish();

            requireWhole(store, size);
            assertThat(server.multipart().unfinished()).isZero();
        }
    }

    @Test
    void anEndWhoseAnswerWasLostIsFoundDone() throws Exception {
        try (var server = new S3Double();
                var proxy = new FaultProxy(server.port());
                var store = through(proxy)) {
            var upload = begin(store, 3, Optional.empty());
            upload.send(new Slice(0, 3));
            proxy.injectNext(new Fault.BreaksAfter());
            upload.finish();
            requireWhole(store, 3);
        }
    }

    @Test
    void anEndThatTheServerReportsAsFailedInASuccessIsNone() throws Exception {
        try (var server = new S3Double();
                var proxy = new FaultProxy(server.port());
                var store = through(proxy)) {
            var upload = begin(store, 3, Optional.empty());
            upload.send(new Slice(0, 3));
            var failure = "<Error><Code>InternalError</Code><Message>We failed</Message></Error>";
            proxy.injectNext(new Fault.Answers("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nContent-Length: "
                    + failure.length() + "\r\n\r\n" + failure));

            assertThatThrownBy(upload::finish).isInstanceOf(RemoteException.Unavailable.class);
            assertThat(store.head(NAME)).isEmpty();
            upload.finish();

            requireWhole(store, 3);
        }
    }

    @Test
    void aPartWhoseAnswerWasLostIsSentAgainInItsPlace() throws Exception {
        try (var server = new S3Double();
                var proxy = new FaultProxy(server.port());
                var store = through(proxy)) {
            var upload = begin(store, 3, Optional.empty());
            proxy.injectNext(new Fault.BreaksAfter(), new Fault.BreaksAfter());
            assertThatThrownBy(() -> upload.send(new Slice(0, 3))).isInstanceOf(RemoteException.Unavailable.class);
            assertThat(upload.kept()).isZero();
            upload.send(new Slice(0, 3));
            upload.finish();
            requireWhole(store, 3);
        }
    }

    @Test
    void partsThatAnotherPartIsMissingBeforeAreNotKept() {
        var size = 2L * PartUpload.PART_SIZE + 1;
        try (var server = new S3Double();
                var store = server.open()) {
            var upload = begin(store, size, Optional.empty());
            Slice.sendRest(upload, size);
            server.multipart().forget(2);

            assertThat(begin(store, size, Optional.of(upload.token())).kept()).isEqualTo(PartUpload.PART_SIZE);
            server.multipart().forget(1);
            assertThat(begin(store, size, Optional.of(upload.token())).kept()).isZero();
        }
    }

    @Test
    void tokensTellNoSecret() {
        try (var server = new S3Double();
                var store = server.open()) {
            assertThat(begin(store, 3, Optional.empty()).token())
                    .doesNotContain(S3Double.KEYS.name())
                    .doesNotContain(S3Double.KEYS.secret());
        }
    }
}
