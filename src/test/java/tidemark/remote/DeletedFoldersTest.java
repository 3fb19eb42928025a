package tidemark.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tidemark.remote.memory.MemoryStore;

/// The removal of many folders on storage that has none, only names.
final class DeletedFoldersTest {
    private final AtomicInteger listings = new AtomicInteger();
    private final MemoryStore memory = new MemoryStore();
    private final StoreDouble store = new StoreDouble(memory) {
        @Override
        public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
            listings.incrementAndGet();
            return inner.list(prefix, after, max);
        }
    };

    private List<String> left() {
        return memory.list("", Optional.empty(), 100).stream()
                .map(ObjectName::value)
                .toList();
    }

    private static List<ObjectName> folders(String... names) {
        return Stream.of(names).map(ObjectName::new).toList();
    }

    @Test
    void oneListingFindsWhatIsInAllOfThem() {
        for (var name : List.of("claims/1/a", "claims/1/b", "claims/2/a", "claims/3/a/b", "claims/30/a", "files/3/a")) {
            memory.put(new ObjectName(name), Body.of(new byte[0]), Metadata.NONE);
        }
        store.deleteFolders(folders("claims/1", "claims/3"));
        assertThat(listings).hasValue(1);
        assertThat(left()).containsExactly("claims/2/a", "claims/30/a", "files/3/a");
    }

    @Test
    void noFolderIsNoRequest() {
        store.deleteFolders(List.of());
        assertThat(listings).hasValue(0);
    }
}
