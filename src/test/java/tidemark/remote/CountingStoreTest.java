package tidemark.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tidemark.remote.Request.Kind;
import tidemark.remote.memory.Fault;
import tidemark.remote.memory.FaultPlan;
import tidemark.remote.memory.FaultyStore;
import tidemark.remote.memory.MemoryStore;

/// The store that counts requests, which must keep the contract.
final class CountingStoreTest extends RemoteStoreContract {
    private final CountingStore counting = new CountingStore(new MemoryStore());

    @Override
    protected RemoteStore open() {
        return counting;
    }

    @Test
    void requestsAreKeptInOrderWithTheirNames() {
        counting.get(name("a"), LIMIT);
        counting.create(name("a"), body("x"), Metadata.NONE);
        counting.put(name("b"), body("x"), Metadata.NONE);
        counting.list("a/", Optional.empty(), 5);
        counting.head(name("b"));
        counting.delete(name("b"));

        assertThat(counting.requests())
                .extracting(Request::toString)
                .containsExactly("GET a", "CREATE a", "PUT b", "LIST a/", "HEAD b", "DELETE b");
        assertThat(counting.count(Kind.GET)).isEqualTo(1);
    }

    @Test
    void bytesAreCountedEachWay() {
        counting.put(name("a"), Body.of(new byte[1000]), Metadata.NONE);
        counting.get(name("a"), LIMIT);
        counting.get(name("a"), OutputStream.nullOutputStream(), LIMIT);
        counting.get(name("b"), LIMIT);

        assertThat(counting.sent()).isEqualTo(1000);
        assertThat(counting.received()).isEqualTo(2000);
    }

    @Test
    void whatFailsWasAskedAllTheSame() {
        var broken = new CountingStore(new FaultyStore(new MemoryStore(), FaultPlan.script(Fault.NEVER_SENT)));

        assertThatThrownBy(() -> broken.get(name("a"), LIMIT)).isInstanceOf(RemoteException.Unavailable.class);
        assertThat(broken.requests()).containsExactly(Request.of(Kind.GET, name("a")));
    }

    @Test
    void afterAResetNothingWasCounted() {
        counting.put(name("a"), body("x"), Metadata.NONE);
        counting.get(name("a"), LIMIT);
        counting.reset();

        assertThat(counting.requests()).isEmpty();
        assertThat(counting.sent()).isZero();
        assertThat(counting.received()).isZero();
    }

    @Test
    void everyPartIsARequestAndItsBytesAreCounted() {
        var small = new CountingStore(new MemoryStore(4));
        var upload = small.partUpload(name("a"), 6, Optional.empty()).orElseThrow();
        upload.send(body("0123"));
        upload.send(body("45"));
        var found = small.partUpload(name("a"), 6, Optional.of(upload.token())).orElseThrow();
        found.finish();
        found.discard();
        small.get(name("a"), 4, OutputStream.nullOutputStream(), LIMIT);

        assertThat(small.requests())
                .extracting(Request::toString)
                .containsExactly("PUT a", "PUT a", "PUT a", "LIST a", "PUT a", "DELETE a", "GET a");
        assertThat(small.sent()).isEqualTo(6);
        assertThat(small.received()).isEqualTo(2);
    }

    @Test
    void aStoreWithoutPartsIsNotAskedForThem() {
        var whole = new CountingStore(new StoreDouble(new MemoryStore()) {
            @Override
            public boolean takesParts() {
                return false;
            }

            @Override
            public Optional<PartUpload> partUpload(ObjectName name, long size, Optional<String> token) {
                return Optional.empty();
            }
        });

        assertThat(whole.partUpload(name("a"), 6, Optional.empty())).isEmpty();
        assertThat(whole.requests()).isEmpty();
    }
}
