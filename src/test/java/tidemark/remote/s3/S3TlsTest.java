package tidemark.remote.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.SelfSigned;

/// A server with a certificate of its own, as people run them at home.
final class S3TlsTest {
    private static final ObjectName NAME = new ObjectName("a");

    @TempDir
    Path folder;

    @Test
    void itIsTrustedWithItsFileAndNotWithout() throws Exception {
        var key = new SelfSigned(folder);
        var pem = key.certificate();
        try (var server =
                S3Server.secure(new TransientNio2BlobStore(), key.store().toString(), SelfSigned.PASSWORD)) {
            try (var stranger = S3Store.open(server.address(), "me", S3Server.KEYS, Clock.systemUTC())) {
                assertThatThrownBy(() -> stranger.get(NAME, 10))
                        .isInstanceOf(Unavailable.class)
                        .hasMessageContaining("No secure connection")
                        .hasMessageContaining("authority's file");
            }
            var trusting = server.address().withCertificates(pem);
            try (var store = S3Store.open(trusting, "me", S3Server.KEYS, Clock.systemUTC())) {
                store.put(NAME, Body.of("hello".getBytes(UTF_8)), Metadata.NONE);
                assertThat(store.list("", Optional.empty(), 5)).containsExactly(NAME);
            }
        }
    }
}
