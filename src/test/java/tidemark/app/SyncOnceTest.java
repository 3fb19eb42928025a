package tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.base.ProcessLock;
import tidemark.app.remotes.FolderRemote;
import tidemark.library.records.ProjectDetails;
import tidemark.sync.SyncResult;
import tidemark.sync.state.Progress;

/// One sync of a library that another process may be syncing; each reading of the clock takes a second.
final class SyncOnceTest {
    @TempDir
    Path parent;

    private final AtomicLong seconds = new AtomicLong();
    private App app;

    @BeforeEach
    void open() {
        InstantSource clock = () -> Instant.ofEpochSecond(seconds.incrementAndGet());
        app = TestApp.open(parent.resolve("laptop"), clock);
        app.remotes().choose(new FolderRemote(parent.resolve("remote"), FolderRemote.DEFAULT_USER));
    }

    @AfterEach
    void close() {
        app.close();
    }

    private ProcessLock held() {
        return ProcessLock.take(app.folder().syncLock()).orElseThrow();
    }

    private SyncAttempt sync(Duration timeout) {
        return app.foregroundSync().sync(Progress.NONE, timeout);
    }

    @Test
    void whatWaitsForTheOtherProcessIsCounted() {
        app.library().projects().create(ProjectDetails.titled("River"));
        var held = held();
        assertThat(sync(Duration.ZERO)).isEqualTo(new SyncAttempt.Elsewhere(1));
        assertThat(sync(Duration.ofSeconds(20))).isEqualTo(new SyncAttempt.Elsewhere(1));
        assertThat(seconds.get()).isGreaterThan(20);
        held.close();
        assertThat(sync(Duration.ZERO)).isEqualTo(new SyncAttempt.Ended(new SyncResult.UpToDate(0, 1)));
    }

    @Test
    void aLibraryThatTheOtherProcessHasSentIsWaitedForShortly() {
        var held = held();
        assertThat(sync(Duration.ofDays(1))).isEqualTo(new SyncAttempt.Elsewhere(0));
        held.close();
    }

    @Test
    void theRoundThatTheOtherProcessEndsIsFollowedByOneHere() {
        app.library().projects().create(ProjectDetails.titled("River"));
        var held = held();
        var freed = app.threads().background().submit(() -> {
            while (seconds.get() < 10) {
                Thread.onSpinWait();
            }
            held.close();
        });
        assertThat(sync(Duration.ofDays(1))).isEqualTo(new SyncAttempt.Ended(new SyncResult.UpToDate(0, 1)));
        assertThat(freed).succeedsWithin(Duration.ofSeconds(10));
        assertThat(app.status().lastCheck()).isPresent();
    }
}
