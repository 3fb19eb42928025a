package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.webdav.DavFault;
import tidemark.remote.webdav.DavServer;

/// A server that is down for a while, full, or has another password: the state says so, nothing is lost, and the sync
/// goes on by itself.
final class WebDavOutageTest {
    private final DavServer server = new DavServer();
    private final SteppedClock clock = new SteppedClock();

    @TempDir
    Path folder;

    private Copy laptop;
    private Copy desk;
    private SyncService service;

    @BeforeEach
    void start() {
        laptop = copy("laptop");
        desk = copy("desk");
        service = new SyncService(laptop.context());
        laptop.database.onCommit(service::changed);
        laptop.set("project", "p1", "title", "River");
        runFor(Duration.ofMinutes(1));
        assertThat(state()).isInstanceOf(SyncState.UpToDate.class);
    }

    @AfterEach
    void stop() {
        laptop.close();
        desk.close();
        server.close();
    }

    private Copy copy(String name) {
        return new Copy(folder, name, server.open("me", new Random(1)), clock, new Random(name.hashCode()));
    }

    private SyncState state() {
        return service.status().state();
    }

    /// Runs the service whenever it is due, for this long.
    private void runFor(Duration time) {
        var end = clock.instant().plus(time);
        var due = service.step();
        while (!due.isAfter(end)) {
            clock.advance(due.isAfter(clock.instant()) ? Duration.between(clock.instant(), due) : Duration.ZERO);
            due = service.step();
        }
        clock.advance(Duration.between(clock.instant(), end));
    }

    private void editsWait() {
        laptop.set("project", "p1", "title", "Stream");
        laptop.set("project", "p2", "title", "Kitchen");
        runFor(Duration.ofMinutes(1));
        assertThat(laptop.pending()).isEqualTo(2);
    }

    private void isOffline(String word) {
        assertThat(state())
                .isInstanceOfSatisfying(
                        SyncState.Offline.class,
                        offline -> assertThat(offline.because().cause()).contains(word));
    }

    private void goesOnAlone() {
        runFor(Duration.ofMinutes(6));
        assertThat(state()).isInstanceOf(SyncState.UpToDate.class);
        assertThat(laptop.pending()).isZero();
        desk.sync();
        assertThat(desk.text("project", "p1", "title")).isEqualTo("Stream");
        assertThat(desk.ids("project")).containsExactly("p1", "p2");
        assertThat(desk.position()).isEqualTo(laptop.position());
    }

    @Test
    void aServerThatIsStoppedForAMinuteIsOfflineAndThenGoneOnWith() {
        server.stop();
        editsWait();
        isOffline("does not accept connections");
        server.restart();
        goesOnAlone();
    }

    @Test
    void aServerWhoseDiskIsFullIsWaitedFor() {
        server.inject(DavFault.always("PUT", 507));
        editsWait();
        isOffline("full");
        server.inject(_ -> false);
        goesOnAlone();
    }

    @Test
    void aPasswordThatIsChangedAsksForThePersonAndIsTriedAgainAllTheSame() {
        server.password("another");
        editsWait();
        assertThat(state()).isInstanceOfSatisfying(SyncState.ActionNeeded.class, needed -> {
            assertThat(needed.action()).isEqualTo(SyncState.Action.REMOTE_SETTINGS);
            assertThat(needed.problem().cause()).contains("password");
        });
        server.password(DavServer.PASSWORD);
        goesOnAlone();
    }
}
