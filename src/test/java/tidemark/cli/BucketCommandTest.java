package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.Rebuild;
import tidemark.app.TestApp;
import tidemark.app.base.Environment;
import tidemark.app.base.LibraryFolder;
import tidemark.remote.s3.S3Server;
import tools.jackson.databind.json.JsonMapper;

/// The set-up of a bucket by a script.
final class BucketCommandTest {
    private static final String KEYS = S3Server.KEYS.name() + "\n" + S3Server.KEYS.secret() + "\n";
    private static S3Server server;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.atomic();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void makeLibrary() {
        assertThat(run("", "init", "--name", "laptop")).isZero();
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private int run(String input, String... command) {
        out.reset();
        err.reset();
        var terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        var library = new LibraryFolder(folder.resolve("library"));
        var environment = new CliEnvironment(
                terminal,
                library,
                opened -> TestApp.open(opened.path()),
                (damaged, wanted) -> Rebuild.run(damaged, Environment.real(() -> {}), wanted),
                (_, _) -> true);
        return Commands.run(environment, command);
    }

    private int set(String input, String user, String... more) {
        return set(server, input, user, more);
    }

    private int set(S3Server server, String input, String user, String... more) {
        var fixed = Stream.of(
                "remote",
                "set",
                "s3",
                "--endpoint",
                server.address().endpoint().toString(),
                "--bucket",
                S3Server.BUCKET,
                "--user",
                user);
        return run(input, Stream.concat(fixed, Arrays.stream(more)).toArray(String[]::new));
    }

    @Test
    void aBucketIsSetTestedAndSyncedWith() {
        assertThat(set(KEYS, "ada", "--keys-in-file", "--prefix", "notes"))
                .as(text(err))
                .isZero();
        assertThat(text(out))
                .contains("S3 bucket library at 127.0.0.1:" + server.port())
                .contains("notes/ada/");
        assertThat(run("", "project", "add", "--title", "River")).isZero();
        assertThat(run("", "sync")).as(text(err)).isZero();
        assertThat(run("", "status", "--json")).isZero();
        var status = new JsonMapper().readTree(text(out));
        assertThat(status.path("version").asInt()).isEqualTo(1);
        assertThat(status.path("traffic").path("writes").asInt()).isBetween(2, 12);
        assertThat(status.path("traffic").path("probes").asInt()).isGreaterThan(160);
        assertThat(set(S3Server.KEYS.name() + "\nwrong\n", "ada", "--keys-in-file", "--prefix", "notes"))
                .as("the same place with a wrong secret")
                .isEqualTo(5);
        assertThat(run("", "sync")).as(text(err)).isZero();
        assertThat(run("", "remote", "unset")).isZero();
        assertThat(folder.resolve("library/keys.json")).doesNotExist();
    }

    @Test
    void aProbeSaysWhatItFound() {
        assertThat(set(KEYS, "bob", "--keys-in-file")).isZero();
        assertThat(run("", "remote", "probe", "--json")).as(text(err)).isZero();
        var report = new JsonMapper().readTree(text(out));
        assertThat(report.path("verdict").path("kind").asString()).isEqualTo("atomic");
        assertThat(report.path("steps").size()).isEqualTo(14);
        assertThat(report.path("requests").asInt()).isBetween(160, 400);
        assertThat(run("", "remote", "probe")).isZero();
        assertThat(text(out)).contains("✓ One winner in every race");
    }

    @Test
    void aBucketThatIgnoresConditionsIsUsedByClaims() throws Exception {
        try (var heedless = S3Server.heedless()) {
            assertThat(set(heedless, KEYS, "ada", "--keys-in-file"))
                    .as(text(err))
                    .isZero();
            assertThat(text(out)).contains("\nCommits by claims: this server says that it keeps what is there");
            assertThat(run("", "remote", "probe", "--json")).isZero();
            var report = new JsonMapper().readTree(text(out));
            assertThat(report.path("verdict").path("kind").asString()).isEqualTo("ignores-silently");
            assertThat(report.path("verdict").path("words").asString()).startsWith("Commits by claims");
            assertThat(run("", "project", "add", "--title", "River")).isZero();
            assertThat(run("", "sync")).as(text(err)).isZero();
            assertThat(run("", "status", "--json")).isZero();
            assertThat(new JsonMapper().readTree(text(out)).path("commits").asString())
                    .isEqualTo("claims");
            assertThat(run("", "status")).isZero();
            assertThat(text(out)).contains("commits by claims: this server cannot tell who came first");
        }
    }

    @Test
    void anAddressThatCanBeNoneIsWrongUsage() {
        assertThat(run(KEYS, "remote", "set", "s3", "--endpoint", "ftp://s3.example.net", "--bucket", "b12"))
                .isEqualTo(2);
        assertThat(text(err)).contains("https://host");
        assertThat(run(KEYS, "remote", "set", "s3", "--endpoint", "https://s3.example.net", "--bucket", "b"))
                .isEqualTo(2);
        assertThat(run(KEYS, "remote", "set", "webdav", "gopher://dav.example")).isEqualTo(2);
    }

    @Test
    void wrongKeysAreDeniedAndNothingIsSet() {
        assertThat(set(S3Server.KEYS.name() + "\nwrong\n", "eve", "--keys-in-file"))
                .isEqualTo(5);
        assertThat(text(err)).contains("secret key");
        assertThat(run("", "remote", "show")).isZero();
        assertThat(text(out)).contains("No remote is set");
    }

    @Test
    void withoutKeysItIsSaidHowToGiveThem() {
        assertThat(set("", "nobody")).isEqualTo(5);
        assertThat(text(err)).contains("TIDEMARK_ACCESS_KEY");
        assertThat(run("", "remote", "probe")).isEqualTo(1);
    }

    @Test
    void credentialsInTheUrlAreRefusedAndNotRepeated() {
        assertThat(run(KEYS, "remote", "set", "s3", "--endpoint", "https://ada:pa55@s3.example.net", "--bucket", "b12"))
                .isEqualTo(2);
        assertThat(text(err)).contains("holds a user name or password").doesNotContain("pa55");
    }
}
