package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.remotes.NoKeychain;
import tidemark.remote.s3.S3Server;
import tidemark.remote.webdav.DavServer;

/// The commands in the README, run as they are written on a computer without a library. Only the places in them are
/// others: the servers, the keys and the folders.
final class ReadmeTest {
    private static final String PROGRAM = "target/tidemark/bin/tidemark";

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void start() {
        shell = new Shell(folder.resolve("laptop"));
        shell.clock(Clock.systemUTC());
    }

    /// The block of commands with these words in it, one command in each line.
    private static List<String> block(String words) throws IOException {
        var text = Files.readString(Path.of("README.md")).replaceAll("\\\\\\n *", "");
        return Stream.of(text.split("\\n(?! {4})"))
                .map(part ->
                        part.lines().filter(line -> line.startsWith("    ")).toList())
                .filter(lines -> lines.stream().anyMatch(line -> line.contains(words)))
                .findFirst()
                .orElseThrow();
    }

    /// Runs each command in its turn with these places in it; all must succeed.
    private void run(List<String> commands, Map<String, String> places) {
        for (var written : commands) {
            var command = written;
            for (var place : places.entrySet()) {
                command = command.replace(place.getKey(), place.getValue());
            }
            var variables = new HashMap<String, String>();
            var words = new ArrayList<>(List.of(command.strip().split(" +")));
            while (!words.getFirst().equals(PROGRAM)) {
                var parts = words.removeFirst().split("=", 2);
                variables.put(parts[0], parts[1]);
            }
            shell.keys(new NoKeychain(), variables);
            var answer = shell.plain(words.subList(1, words.size()).toArray(String[]::new));
            assertThat(answer.code()).as("%s: %s", written, answer.err()).isZero();
        }
    }

    @Test
    void aSecondLibraryHasTheFolderAsItsRemote() throws IOException {
        run(
                block("remote set folder"),
                Map.of("/tmp/desk", folder.resolve("desk").toString(), "target/sample", folder.toString()));
        assertThat(shell.windows).hasSize(1);
        shell.plain("--library", folder.resolve("desk").toString(), "sync");
        assertThat(folder.resolve("remote/me/library.json")).exists();
    }

    @Test
    void aBucketIsTheRemote() throws Exception {
        try (var server = S3Server.atomic()) {
            run(
                    block("remote set s3"),
                    Map.of(
                            "ACCESS_KEY=…", "ACCESS_KEY=" + S3Server.KEYS.name(),
                            "SECRET_KEY=…", "SECRET_KEY=" + S3Server.KEYS.secret(),
                            "https://<account>.r2.cloudflarestorage.com",
                                    server.address().endpoint().toString(),
                            "--bucket notes", "--bucket " + S3Server.BUCKET));
            assertThat(shell.plain("status").out()).startsWith("up to date\n").contains("S3 bucket");
        }
    }

    @Test
    void aFolderOnAWebDavServerIsTheRemote() throws IOException {
        try (var server = new DavServer()) {
            run(
                    block("remote set webdav"),
                    Map.of(
                            "https://cloud.example/remote.php/dav/files/anna/Tidemark",
                                    server.address("/dav/Tidemark").url().toString(),
                            "USERNAME=anna", "USERNAME=" + DavServer.USER,
                            "PASSWORD=…", "PASSWORD=" + DavServer.PASSWORD));
            assertThat(server.paths()).contains("/dav/Tidemark/me/library.json");
        }
    }
}
