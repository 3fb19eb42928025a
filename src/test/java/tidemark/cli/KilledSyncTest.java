package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tidemark.app.App;
import tidemark.app.TestApp;
import tidemark.app.remotes.KeyStorage;
import tidemark.app.remotes.WebDavRemote;
import tidemark.library.records.ProjectDetails;
import tidemark.remote.Credentials;
import tidemark.remote.webdav.DavServer;
import tidemark.sync.state.Progress;

/// The real program, killed in the middle of a first sync and started again at once: nothing has to be waited for, and
/// other devices meanwhile see a whole library or none.
final class KilledSyncTest {
    private static final long NOTES = 300;

    /// The moment at which the process is killed.
    enum Moment {
        /// While the manifest is being committed.
        FOUNDING("PUT", "/claims/000000000/1."),
        /// While the bytes of the batch are being sent.
        SENDING("PUT", "/claims/000000001/[0-9a-f]{64}"),
        /// Between the first and the second claim.
        CLAIMING("PROPFIND", "/claims/000000001/"),
        /// When the batch is chosen, but not yet under its number.
        DECIDED("MOVE", "/claims/000000001/"),
        /// When the batch is under its number, and the process does not know yet.
        COMMITTED("MOVE", "/claims/000000001/"),
        /// While the checkpoint is being sent.
        CHECKPOINT("PUT", "/me/~");

        private final String method;
        private final String path;

        Moment(String method, String path) {
            this.method = method;
            this.path = path;
        }

        boolean isNow(HttpExchange exchange) {
            var asked = exchange.getRequestURI().getRawPath();
            return exchange.getRequestMethod().equals(method) && asked.matches(".*" + path + ".*");
        }

        /// Whether the request is still carried out.
        boolean arrives() {
            return this == COMMITTED;
        }
    }

    private final DavServer server = new DavServer();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        server.close();
    }

    private App open(String name) {
        return TestApp.open(folder, name);
    }

    private App connected(String name) {
        var app = open(name);
        var remote = new WebDavRemote(server.address(), "me");
        app.remotes().keepKeys(remote, Credentials.of(DavServer.USER, DavServer.PASSWORD), KeyStorage.FILE);
        app.remotes().choose(remote);
        return app;
    }

    private void aLibraryOnTheLaptop() {
        try (var laptop = connected("laptop")) {
            var project = laptop.library().projects().create(ProjectDetails.titled("River"));
            laptop.database().change(sql -> {
                for (int i = 0; i < NOTES; i++) {
                    sql.update(
                            "INSERT INTO note (id, project, title) VALUES (?, ?, ?)",
                            "n" + i,
                            project.id().text(),
                            "Note " + i);
                }
            });
        }
    }

    private Process sync() throws IOException {
        return Forked.command(
                        List.of(), "sync", "--library", folder.resolve("laptop").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    private void syncAndKill(Moment moment) throws Exception {
        var process = new CompletableFuture<Process>();
        var isKilled = new AtomicBoolean();
        server.inject(exchange -> {
            if (!moment.isNow(exchange) || isKilled.getAndSet(true)) {
                return false;
            }
            process.join().destroyForcibly().onExit().join();
            return !moment.arrives();
        });
        process.complete(sync());
        assertThat(process.join().waitFor())
                .as(Files.readString(folder.resolve("said.txt")))
                .isNotZero();
        assertThat(isKilled).isTrue();
        server.inject(_ -> false);
    }

    private static long notes(App app) {
        return app.database()
                .read(sql -> sql.number("SELECT count(*) FROM note").orElse(0));
    }

    @ParameterizedTest
    @EnumSource
    void aSyncThatIsKilledGoesOnAtOnceByItself(Moment moment) throws Exception {
        aLibraryOnTheLaptop();
        syncAndKill(moment);
        try (var desk = connected("desk")) {
            desk.foregroundSync().sync(Progress.NONE, Duration.ZERO);
            assertThat(notes(desk)).isIn(0L, NOTES);
            var again = sync();
            assertThat(again.waitFor())
                    .as(Files.readString(folder.resolve("said.txt")))
                    .isZero();
            desk.foregroundSync().sync(Progress.NONE, Duration.ZERO);
            assertThat(notes(desk)).isEqualTo(NOTES);
            try (var laptop = open("laptop")) {
                assertThat(laptop.status().pending()).isZero();
                assertThat(laptop.status().stateHash()).isEqualTo(desk.status().stateHash());
            }
        }
    }

    @Test
    void anotherDeviceThatWritesMeanwhileFinishesWhatWasBegun() throws Exception {
        aLibraryOnTheLaptop();
        syncAndKill(Moment.DECIDED);
        try (var desk = connected("desk")) {
            desk.library().projects().create(ProjectDetails.titled("Kitchen"));
            desk.foregroundSync().sync(Progress.NONE, Duration.ZERO);
            assertThat(notes(desk)).as("what was decided is whole there").isEqualTo(NOTES);
            assertThat(sync().waitFor()).as("what it had begun is done").isZero();
            assertThat(sync().waitFor()).as("and then it looks for more").isZero();
            try (var laptop = open("laptop")) {
                assertThat(laptop.status().version()).isEqualTo(2);
                assertThat(laptop.status().stateHash()).isEqualTo(desk.status().stateHash());
            }
        }
    }
}
