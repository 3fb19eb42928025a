package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.remote.webdav.DavServer;

/// The command that makes a folder on a WebDAV server the remote.
final class WebDavCommandTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void start() {
        shell = Shell.withLibrary(folder.resolve("laptop"));
        shell.clock(Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://dav.invalid/notes", "http://192.0.2.1", "dav://dav.invalid/"})
    void anAddressWithoutHttpsIsRefusedBeforeAnythingIsReadOrSent(String url) {
        shell.input("anna\nsecret\n", () -> {
            throw new AssertionError("the password was asked for");
        });
        var answer = shell.run("remote", "set", "webdav", url, "--keys-in-file");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("plain http", "Nothing was sent", "https", "--allow-http");
        assertThat(shell.json("remote", "show").json().get("remote").isNull()).isTrue();
    }

    @Test
    void itIsAskedWhereThatIsAllowed() {
        shell.input("anna\nsecret\n");
        var answer = shell.run("remote", "set", "webdav", "http://dav.invalid/", "--allow-http", "--keys-in-file");
        assertThat(answer.code()).isEqualTo(4);
        assertThat(answer.err()).contains("dav.invalid is not found");
    }

    @Test
    void blanksAroundAPasswordBelongToIt() {
        try (var server = new DavServer()) {
            server.password("  two words ");
            shell.input(DavServer.USER + "\n  two words \n");
            shell.done("remote", "set", "webdav", server.address().url().toString(), "--keys-in-file");
            shell.done("sync");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "/dav/", "/My things/"})
    void aServerOnThisComputerNeedsNoHttps(String path) {
        try (var server = new DavServer()) {
            shell.input(DavServer.USER + "\n" + DavServer.PASSWORD + "\n");
            shell.done("remote", "set", "webdav", server.address("").url() + path, "--keys-in-file");
            shell.project("River");
            shell.done("sync");
            assertThat(server.paths()).anyMatch(each -> each.endsWith("me/library.json"));
        }
    }
}
