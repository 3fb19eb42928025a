package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.app.remotes.MemoryKeychain;
import tidemark.app.remotes.S3Remote;
import tidemark.library.records.ProjectDetails;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.probe.Outcome;
import tidemark.remote.probe.ProbeStep;
import tidemark.remote.probe.Verdict;
import tidemark.remote.s3.S3Server;
import tidemark.sync.format.CommitMode;
import tidemark.sync.state.Progress;

/// A bucket whose server ignores conditions and reports success: the devices commit by claims.
final class ClaimedBucketTest {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimedBucketTest.class);
    private static final int EDITS = 10;
    private static final int MOST_ROUNDS = 100;

    private final MemoryKeychain keychain = new MemoryKeychain();
    private S3Server server;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws Exception {
        server = S3Server.heedless();
        keychain.keep(bucket().id(), S3Server.KEYS);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private S3Remote bucket() {
        return new S3Remote(server.address());
    }

    private App open(String name) {
        return TestApp.open(folder.resolve(name), keychain);
    }

    @Test
    void theTestFindsOutAndTheBucketIsUsedByClaims() {
        try (var app = open("laptop")) {
            var report = app.remotes().test(bucket(), S3Server.KEYS, _ -> {});
            assertThat(report.verdict()).contains(new Verdict.IgnoresSilently());
            assertThat(report.refusal()).isEmpty();
            assertThat(report.outcome(ProbeStep.CREATE_TAKEN)).isInstanceOf(Outcome.Lacking.class);
            app.remotes().choose(bucket());
            app.library().projects().create(ProjectDetails.titled("River"));
            app.foregroundSync().sync(Progress.NONE, Duration.ZERO);
            assertThat(app.status().commits()).hasValue(CommitMode.CLAIMS);
            assertThat(app.status().version()).isEqualTo(1);
        }
    }

    @Test
    void twoDevicesThatRaceLoseNothing() throws Exception {
        try (var laptop = open("laptop");
                var desk = open("desk");
                var threads = Executors.newFixedThreadPool(2)) {
            var apps = List.of(laptop, desk);
            apps.forEach(app -> app.remotes().choose(bucket()));
            var work = apps.stream()
                    .map(app -> (Callable<Boolean>) () -> edit(app))
                    .toList();
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
            apps.forEach(app -> app.foregroundSync().sync(Progress.NONE, Duration.ZERO));
            assertThat(laptop.status().version()).isEqualTo(2 * EDITS);
            assertThat(desk.status().version()).isEqualTo(2 * EDITS);
            assertThat(laptop.status().stateHash()).isEqualTo(desk.status().stateHash());
            var projects = desk.database()
                    .read(sql -> sql.number("SELECT count(*) FROM project").orElse(0));
            assertThat(projects).isEqualTo(2L * EDITS);
        }
    }

    private static boolean edit(App app) {
        for (int i = 0; i < EDITS; i++) {
            app.library().projects().create(ProjectDetails.titled("Edit " + i));
            for (int round = 0; app.status().pending() > 0; round++) {
                assertThat(round).as("rounds for one edit").isLessThan(MOST_ROUNDS);
                syncOnce(app);
            }
        }
        return true;
    }

    /// Syncs once; both devices may outbid each other for longer than one round lasts.
    private static void syncOnce(App app) {
        try {
            app.foregroundSync().sync(Progress.NONE, Duration.ZERO);
        } catch (Unavailable e) {
            LOG.info("The next round goes on: {}", e.getMessage());
        }
    }
}
