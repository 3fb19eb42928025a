package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.format.BatchFormat;
import tidemark.sync.format.Version;
import tidemark.sync.log.RemoteLog;

/// A batch that only newer programs may apply, and one that merely looks like it.
final class FutureBatchTest {
    private static final Version FIRST = Version.NONE.next();

    private final MemoryStore store = new MemoryStore();

    private static byte[] batchForNewerPrograms() {
        var zeros = "0".repeat(64);
        return BatchFormat.zipped("""
                {"commitId":"00112233445566778899aabbccddeeff","device":"d","deviceName":"D",\
                "time":"2026-01-01T00:00:00Z",\
                "version":1,"previous":"%s","schema":9,"minReader":9,"stateHash":"%s","changes":[{"form":"unknown"}]}
                """.formatted(zeros, zeros.substring(32)).getBytes(StandardCharsets.UTF_8));
    }

    private RemoteLog.Entry read(byte[] bytes) {
        store.put(FIRST.objectName(), Body.of(bytes), Metadata.NONE);
        return new RemoteLog(store, 1).read(FIRST);
    }

    @Test
    void itAsksForAnUpdate() {
        assertThat(read(batchForNewerPrograms())).isEqualTo(new RemoteLog.Entry.TooNew(9));
    }

    /// The checksum of the packed bytes comes last: the number before it was read all the same.
    @Test
    void aDamagedOneDoesNot() {
        var bytes = batchForNewerPrograms();
        bytes[bytes.length - 8] ^= 1;
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(Corrupt.class);
    }

    @Test
    void norDoesOneThatIsCutOff() {
        var bytes = batchForNewerPrograms();
        assertThatThrownBy(() -> read(java.util.Arrays.copyOf(bytes, bytes.length - 4)))
                .isInstanceOf(Corrupt.class);
    }
}
