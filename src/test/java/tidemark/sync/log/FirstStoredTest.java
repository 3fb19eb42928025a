package tidemark.sync.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteObject;
import tidemark.remote.StoreDouble;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.format.Version;

/// The look at what was stored first under a number, while another device looks, too.
final class FirstStoredTest {
    private static final Version NUMBER = Version.NONE.next();
    private static final byte[] FIRST = {1};
    private static final byte[] SECOND = {2};

    private final MemoryStore memory = new MemoryStore();

    /// A store on which the second object has replaced the first, until another device puts that back between two
    /// requests.
    private StoreDouble putBackMeanwhile() {
        memory.put(NUMBER.objectName(), Body.of(SECOND), Metadata.NONE);
        return new StoreDouble(memory) {
            @Override
            public boolean mayReplace() {
                return true;
            }

            @Override
            public List<RemoteObject> versions(ObjectName name, long limit) {
                memory.put(name, Body.of(FIRST), Metadata.NONE);
                return List.of(FIRST, SECOND, FIRST).stream()
                        .map(bytes -> new RemoteObject(new ObjectInfo(name, bytes.length, Metadata.NONE), bytes))
                        .toList();
            }
        };
    }

    @Test
    void whatAnotherDevicePutsBackMeanwhileCounts() {
        var log = new RemoteLog(putBackMeanwhile(), 1);
        assertThat(log.holdsBytes(NUMBER, SECOND)).isFalse();
        assertThat(log.holdsBytes(NUMBER, FIRST)).isTrue();
    }
}
