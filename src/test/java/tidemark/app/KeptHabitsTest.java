package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.remotes.MemoryKeychain;
import tidemark.app.remotes.S3Remote;
import tidemark.app.remotes.WebDavRemote;
import tidemark.library.records.ProjectDetails;
import tidemark.remote.Credentials;
import tidemark.remote.s3.S3Double;
import tidemark.remote.s3.S3Double.Habit;
import tidemark.remote.webdav.DavServer;
import tidemark.sync.state.Progress;

/// What was found out about a server, from one start of the program to the next.
final class KeptHabitsTest {
    private final MemoryKeychain keychain = new MemoryKeychain();

    @TempDir
    Path folder;

    private App open() {
        return TestApp.open(folder.resolve("laptop"), keychain);
    }

    private static void sync(App app) {
        app.foregroundSync().sync(Progress.NONE, Duration.ZERO);
    }

    @Test
    void aServerThatWantsThePasswordGetsItWithTheFirstRequest() {
        try (var server = new DavServer()) {
            var remote = new WebDavRemote(server.address());
            keychain.keep(remote.id(), Credentials.of(DavServer.USER, DavServer.PASSWORD));
            try (var app = open()) {
                app.library().projects().create(ProjectDetails.titled("River"));
                app.remotes().choose(remote);
                sync(app);
            }
            server.forgetRequests();
            try (var app = open()) {
                sync(app);
            }
            assertThat(server.requests().stream().filter(request -> request.endsWith("library.json")))
                    .hasSize(1);
        }
    }

    @Test
    void aBucketIsAskedInThePlaceThatItWants() {
        try (var server = new S3Double(Habit.WANTS_VIRTUAL_HOSTS, Habit.REFUSES_CHECKSUMS)) {
            var remote = new S3Remote(server.named());
            keychain.keep(remote.id(), S3Double.KEYS);
            try (var app = open()) {
                assertThat(app.remotes().test(remote, S3Double.KEYS, _ -> {}).refusal())
                        .isEmpty();
                app.remotes().choose(remote);
                sync(app);
            }
            var before = server.heads().size();
            try (var app = open()) {
                app.library().projects().create(ProjectDetails.titled("River"));
                sync(app);
            }
            var heads = server.heads().subList(before, server.heads().size());
            assertThat(heads)
                    .isNotEmpty()
                    .allMatch(head -> head.contains("library.s3.test"))
                    .noneMatch(head -> head.contains("X-Amz-Checksum"));
        }
    }
}
