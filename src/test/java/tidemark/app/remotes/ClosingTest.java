package tidemark.app.remotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.TestApp;
import tidemark.app.base.Threads;
import tidemark.remote.Credentials;
import tidemark.remote.s3.S3Address;
import tidemark.remote.webdav.WebDavAddress;

/// The end of the program while a server is being probed that says nothing.
final class ClosingTest {
    @TempDir
    Path folder;

    @Test
    void aProbeOfABucketIsGivenUp() throws IOException {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            closesSoon(server, new S3Remote(S3Address.of("http://127.0.0.1:" + server.getLocalPort(), "bucket")));
        }
    }

    @Test
    void aProbeOfAWebDavServerIsGivenUp() throws IOException {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            closesSoon(server, new WebDavRemote(WebDavAddress.of("http://127.0.0.1:" + server.getLocalPort())));
        }
    }

    private void closesSoon(ServerSocket silent, ServerRemote remote) throws IOException {
        var app = TestApp.open(folder.resolve("laptop"), new NoKeychain());
        switch (remote) {
            case S3Remote bucket -> bucket.keep(app.settings());
            case WebDavRemote dav -> dav.keep(app.settings());
        }
        app.remotes().keepKeys(remote, Credentials.of("name", "secret"), KeyStorage.THIS_RUN);
        app.syncing().start();
        try (var asked = silent.accept()) {
            assertThat(asked.isConnected()).isTrue();
            var began = System.nanoTime();
            app.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Threads.LONGEST_END);
        }
    }
}
