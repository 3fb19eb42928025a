package tidemark.remote.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.remote.Body;
import tidemark.remote.Credentials;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteStore.Creation;

/// Libraries in all places of a server: at its root, and in folders whose names have to be encoded.
final class WebDavPlaceTest {
    private static final Credentials KEYS = Credentials.of(DavServer.USER, DavServer.PASSWORD);
    private static final Body TEXT = Body.of("text".getBytes(StandardCharsets.UTF_8));
    private static final ObjectName NAME = new ObjectName("claims/1/a");

    private static WebDavStore store(DavServer server, String path) {
        return WebDavStore.open(server.address(path), "me", KEYS, Clock.systemUTC(), new Random(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "//", "/dav", "/dav/", "/dav/b/", "/My things/", "/50%/", "/50%25", "/a+b", "/Größe/"})
    void objectsArePutListedReadAndDeletedThere(String path) {
        try (var server = new DavServer();
                var store = store(server, path)) {
            store.put(NAME, TEXT, Metadata.NONE);
            assertThat(store.create(new ObjectName("changes/1"), TEXT, Metadata.NONE))
                    .isEqualTo(Creation.CREATED);
            store.add(new ObjectName("claims/2/b"), TEXT);
            store.promote(new ObjectName("claims/2/b"), new ObjectName("claims/2/c"), TEXT);
            assertThat(store.list("claims/", Optional.empty(), 9)).containsExactly(NAME, new ObjectName("claims/2/c"));
            assertThat(store.get(NAME, 100)).isPresent();
            store.deleteFolder(new ObjectName("claims"));
            assertThat(store.list("", Optional.empty(), 9)).containsExactly(new ObjectName("changes/1"));
        }
    }

    @Test
    void theRootOfAServerIsNeverMade() {
        try (var server = new DavServer();
                var store = store(server, "/")) {
            store.put(NAME, TEXT, Metadata.NONE);
            assertThat(server.requests()).noneMatch(request -> request.matches("MKCOL /*"));
        }
    }
}
