package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers that cannot be reached, told from those that refuse: a script tries again and asks nobody for keys.
final class UnansweredRemoteTest {
    /// A probe waits for 45 seconds in all; this leaves a tenth of a second after the first look.
    private static final Duration NEARLY_ALL = Duration.ofMillis(44_900);

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void makeLibrary() {
        shell = Shell.withLibrary(folder.resolve("library"));
    }

    /// A clock that advances each time it is read.
    private static final class HurryingClock extends Clock {
        private Instant now = Shell.NOW;

        @Override
        public synchronized Instant instant() {
            now = now.plus(NEARLY_ALL);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Shell.Answer setBucket(int port) {
        shell.input("name\nsecret\n");
        return shell.run(
                "remote", "set", "s3", "--endpoint", "http://127.0.0.1:" + port, "--bucket", "b12", "--keys-in-file");
    }

    private Shell.Answer setWebDav(int port) {
        shell.input("name\nsecret\n");
        return shell.run("remote", "set", "webdav", "http://127.0.0.1:" + port + "/dav", "--keys-in-file");
    }

    /// A server whose connections are accepted by the system and never read.
    private static ServerSocket silent() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static int refusedPort() throws IOException {
        try (var socket = silent()) {
            return socket.getLocalPort();
        }
    }

    private void isUnreachable(Shell.Answer answer, String cause) {
        assertThat(answer.code()).as(answer.err()).isEqualTo(4);
        assertThat(answer.err()).contains(cause);
        assertThat(shell.done("remote", "show").out()).contains("No remote is set");
        assertThat(folder.resolve("library/keys.json")).doesNotExist();
    }

    /// Closes every connection; the client of a bucket waits half a minute for a server that is merely silent.
    private static void hangUp(ServerSocket socket) {
        try {
            while (!socket.isClosed()) {
                socket.accept().close();
            }
        } catch (IOException _) {
            // the test is over
        }
    }

    @Test
    void aBucketWhoseServerHangsUpWithoutAWordIsUnreachable() throws IOException {
        try (var socket = silent()) {
            Thread.ofVirtual().start(() -> hangUp(socket));
            isUnreachable(
                    setBucket(socket.getLocalPort()),
                    "The connection to 127.0.0.1:" + socket.getLocalPort() + " broke");
        }
    }

    @Test
    void aBucketWhosePortIsRefusedIsUnreachable() throws IOException {
        isUnreachable(setBucket(refusedPort()), "Nobody answers");
    }

    @Test
    void aWebDavServerThatSaysNothingIsUnreachable() throws IOException {
        shell.clock(new HurryingClock());
        try (var socket = silent()) {
            isUnreachable(setWebDav(socket.getLocalPort()), "No answer came");
        }
    }

    @Test
    void aWebDavServerWhosePortIsRefusedIsUnreachable() throws IOException {
        isUnreachable(setWebDav(refusedPort()), "does not accept connections");
    }
}
