package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.remotes.MemoryKeychain;
import tidemark.app.remotes.NoKeychain;
import tidemark.app.remotes.SecretStore;
import tidemark.remote.webdav.DavServer;

/// The keys that a server is set with: where they come from, that they are tested, and where they are kept.
final class RemoteKeysTest {
    private static final Map<String, String> NONE = Map.of();
    private static final String RIGHT = DavServer.USER + "\n" + DavServer.PASSWORD + "\n";
    private static final String WRONG = DavServer.USER + "\nwrong\n";
    private static DavServer server;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeAll
    static void begin() {
        server = new DavServer();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void makeLibrary() {
        shell = Shell.withLibrary(folder.resolve("laptop"));
        shell.clock(Clock.systemUTC());
        keys(new NoKeychain(), NONE);
    }

    private void keys(SecretStore keychain, Map<String, String> variables) {
        shell.keys(keychain, variables);
    }

    private static Map<String, String> variables(String password) {
        return Map.of("TIDEMARK_USERNAME", DavServer.USER, "TIDEMARK_PASSWORD", password);
    }

    private Path file() {
        return shell.library.resolve("keys.json");
    }

    /// Sets the server, in a place of this test's own.
    private Shell.Answer set(String input, String... more) {
        shell.input(input);
        var place = server.address("/" + folder.getFileName()).url().toString();
        var command = new ArrayList<>(List.of("remote", "set", "webdav", place));
        command.addAll(List.of(more));
        return shell.run(command.toArray(String[]::new));
    }

    private void isSetAndSyncs() {
        assertThat(shell.done("remote", "show").out()).contains("WebDAV folder");
        shell.done("sync");
    }

    private void isRefusedAndNothingChanged(Shell.Answer answer) {
        assertThat(answer.code()).as(answer.err()).isEqualTo(5);
        assertThat(answer.err())
                .contains("does not accept the user name or the password")
                .doesNotContain("wrong");
    }

    @Test
    void aWrongPasswordForTheSamePlaceIsRefusedAndTheRightOneIsKept() {
        assertThat(set(RIGHT, "--keys-in-file").code()).isZero();
        isRefusedAndNothingChanged(set(WRONG, "--keys-in-file"));
        isRefusedAndNothingChanged(set(WRONG));
        isSetAndSyncs();
        keys(new NoKeychain(), variables("wrong"));
        isRefusedAndNothingChanged(set(""));
        keys(new NoKeychain(), NONE);
        isSetAndSyncs();
    }

    @Test
    void theKnownOnesAreTestedWhereNoneAreGiven() {
        assertThat(set(RIGHT, "--keys-in-file").code()).isZero();
        var again = set("");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("are in " + file() + ", which only you may read");
        server.password("changed");
        try {
            isRefusedAndNothingChanged(set(""));
        } finally {
            server.password(DavServer.PASSWORD);
        }
        isSetAndSyncs();
    }

    @Test
    void thoseOfTheEnvironmentAreKeptNowhereAndThatIsSaid() {
        keys(new MemoryKeychain(), variables(DavServer.PASSWORD));
        var answer = set("");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("are kept nowhere", "`tidemark sync`", "TIDEMARK_USERNAME", "--keys-in-file")
                .doesNotContain(DavServer.PASSWORD);
        isSetAndSyncs();
        keys(new MemoryKeychain(), NONE);
        var without = shell.run("sync");
        assertThat(without.code()).isEqualTo(5);
        assertThat(without.err()).contains("not known", "TIDEMARK_USERNAME", "--keys-in-file");
        assertThat(file()).doesNotExist();
    }

    @Test
    void thoseOfTheEnvironmentAreKeptInTheFileWhereThePersonAgrees() {
        keys(new NoKeychain(), variables(DavServer.PASSWORD));
        var answer = set("", "--keys-in-file");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("are in " + file() + ", which only you may read");
        keys(new NoKeychain(), NONE);
        isSetAndSyncs();
    }

    @Test
    void withoutAKeychainNothingIsSetAndTheFileIsNamed() {
        var answer = set(RIGHT);
        assertThat(answer.code()).isEqualTo(5);
        assertThat(answer.err()).contains("no keychain", "Nothing was changed", "--keys-in-file", "TIDEMARK_PASSWORD");
        assertThat(shell.done("remote", "show").out()).isEqualTo("No remote is set.\n");
        assertThat(file()).doesNotExist();
    }

    @Test
    void withAKeychainTheyAreThere() {
        var keychain = new MemoryKeychain();
        keys(keychain, NONE);
        var answer = set(RIGHT);
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("The user name and the password are in this computer's keychain.");
        isSetAndSyncs();
        assertThat(file()).doesNotExist();
    }

    @Test
    void aFileOfKeysThatCannotBeReadStopsNobodyFromLeavingTheRemote() throws IOException {
        assertThat(set(RIGHT, "--keys-in-file").code()).isZero();
        Files.writeString(file(), "{\"hunter2");
        var answer = shell.done("remote", "unset");
        assertThat(answer.out()).isEqualTo("No remote is set.\n");
        assertThat(answer.err()).contains("cannot be read", "left as it is").doesNotContain("hunter2");
        assertThat(file()).hasContent("{\"hunter2");
    }
}
